import { RESTJSONErrorCodes } from 'discord-api-types/v10';

/** What is wrong with one field of a request, by its path in the body. */
export interface FieldError {
  path: readonly (string | number)[];
  /** Discord's name for the rule, such as `BASE_TYPE_MAX_LENGTH`. */
  code: string;
  message: string;
}

/** Something a bot did that Discord refuses. */
export interface Violation {
  /** Of a request: its method and path. Of the gateway: `GATEWAY`. */
  request: string;
  /** The HTTP status, or the code the gateway closed with. */
  status: number;
  /** Discord's error code. */
  code: number;
  message: string;
  errors?: object;
}

/** A refusal, as Discord's REST API words it: an HTTP status and `{ message, code, errors? }`. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, code: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  get body(): { message: string; code: number; errors?: object } {
    const { message, code } = this;
    return this.fields.length === 0 ? { message, code } : { message, code, errors: nest(this.fields) };
  }
}

export const invalidForm = (fields: readonly FieldError[]): DiscordError =>
  new DiscordError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', fields);

export const emptyMessage = () =>
  new DiscordError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message');

export const unknownInteraction = () =>
  new DiscordError(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction');

export const alreadyAcknowledged = () =>
  new DiscordError(
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  );

export const tooManyFollowUps = () =>
  new DiscordError(
    400,
    RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
    'This interaction has hit the maximum number of follow up messages',
  );

export const unknownWebhook = () =>
  new DiscordError(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook');

export const invalidWebhookToken = () =>
  new DiscordError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token');

export const unknownMessage = () =>
  new DiscordError(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message');

export const unknownChannel = () =>
  new DiscordError(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel');

export const unknownGuild = () => new DiscordError(404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild');

export const unknownMember = () => new DiscordError(404, RESTJSONErrorCodes.UnknownMember, 'Unknown Member');

export const unknownUser = () => new DiscordError(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User');

export const unknownCommand = () =>
  new DiscordError(404, RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command');

/** Of a place that the bot is not in. */
export const missingAccess = () => new DiscordError(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access');

export const missingPermissions = () =>
  new DiscordError(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions');

export const notAuthor = () =>
  new DiscordError(
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  );

export const malformedJson = () =>
  new DiscordError(
    400,
    RESTJSONErrorCodes.RequestBodyContainsInvalidJSON,
    'The request body contains invalid JSON.',
  );

export const tooLarge = () =>
  new DiscordError(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large');

export const unauthorized = () => new DiscordError(401, 0, '401: Unauthorized');
export const notFound = () => new DiscordError(404, 0, '404: Not Found');

/** `{ components: { 0: { label: { _errors: [{ code, message }] } } } }`, the way Discord nests field errors. */
function nest(fields: readonly FieldError[]): object {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of fields) {
    let node = root;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node._errors ??= [];
    (node._errors as object[]).push({ code, message });
  }
  return root;
}
