import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { emptyMessage, type FieldError, invalidForm } from '../discord-error.js';
import { type Component, componentErrors, type Placed, walk } from './components.js';

/** The fields of a message body that its rules look at; the shape has passed Discord's schema. */
export interface MessageBody {
  content?: string | null;
  embeds?: object[] | null;
  components?: Component[] | null;
  flags?: number | null;
  allowed_mentions?: {
    parse?: (string | null)[] | null;
    users?: (string | null)[] | null;
    roles?: (string | null)[] | null;
  } | null;
  attachments?: { id: string; filename?: string | null; description?: string | null }[] | null;
  poll?: object | null;
}

export interface MessageContext {
  /** The flags in this request, and those that may be in one of its kind. */
  flags: { sent: number; allowed: number };
  /** Names of the files that are in the message or come with the body: what `attachment://` may name. */
  fileNames: readonly string[];
  /** The message only says "thinking…" for now. */
  mayBeEmpty?: boolean;
}

const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;
const MAX_TEXT = 4000;

/** Set on a message once, and for good. */
const isV2 = (flags: number | null | undefined): boolean =>
  ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

/** The flags that a caller may ask for, by what it sends. */
export const flagsFor = {
  message:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsVoiceMessage |
    MessageFlags.IsComponentsV2,
  reply:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.Ephemeral |
    MessageFlags.IsVoiceMessage |
    MessageFlags.IsComponentsV2,
  edit: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2,
};

/**
 * Refuses what Discord refuses in a message beyond its API description. `body` is the whole message as it
 * would become: for an edit, the old message with the edit laid over it.
 *
 * @throws DiscordError 50035 with every broken rule, or 50006 for a message without content.
 */
export function checkMessage(
  body: MessageBody,
  { flags, fileNames, mayBeEmpty = false }: MessageContext,
): void {
  const placed = [...walk(body.components ?? [], ['components'])];
  const errors = [
    ...flagErrors(flags),
    ...mentionErrors(body.allowed_mentions),
    ...componentErrors(placed),
    ...fileErrors(placed, fileNames),
    ...(isV2(body.flags) ? v2Errors(body, placed) : legacyErrors(body)),
  ];
  if (errors.length > 0) throw invalidForm(errors);
  if (!mayBeEmpty && isEmpty(body, fileNames)) throw emptyMessage();
}

function isEmpty(body: MessageBody, fileNames: readonly string[]): boolean {
  const hasContent = Boolean(body.content?.trim());
  const hasParts = [body.embeds, body.components].some((parts) => parts && parts.length > 0);
  return !hasContent && !hasParts && !body.poll && (isV2(body.flags) || fileNames.length === 0);
}

function flagErrors({ sent, allowed }: MessageContext['flags']): FieldError[] {
  if ((sent & ~allowed) === 0) return [];
  return [{ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message: 'These flags cannot be set here' }];
}

function mentionErrors(mentions: MessageBody['allowed_mentions']): FieldError[] {
  return (['users', 'roles'] as const)
    .filter((kind) => mentions?.parse?.includes(kind) && mentions[kind]?.length)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function v2Errors(body: MessageBody, placed: readonly Placed[]): FieldError[] {
  const legacy = (['content', 'embeds', 'poll'] as const)
    .filter((key) => (Array.isArray(body[key]) ? body[key].length > 0 : body[key]))
    .map((key) => ({
      path: [key],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
  const text = placed.reduce(
    (sum, { component }) =>
      sum + (component.type === ComponentType.TextDisplay ? (component.content?.length ?? 0) : 0),
    0,
  );
  return [
    ...legacy,
    ...(placed.length > MAX_COMPONENTS
      ? [
          tooMany(
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            `At most ${MAX_COMPONENTS} components, nested ones counted`,
          ),
        ]
      : []),
    ...(text > MAX_TEXT
      ? [
          tooMany(
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `The total displayable text size (${text}) exceeds the maximum size of (${MAX_TEXT})`,
          ),
        ]
      : []),
  ];
}

function legacyErrors(body: MessageBody): FieldError[] {
  const components = body.components ?? [];
  const foreign = components.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow
      ? []
      : [
          {
            path: ['components', index, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  const rows =
    components.length > MAX_ROWS
      ? [tooMany('BASE_TYPE_MAX_LENGTH', `Must be ${MAX_ROWS} or fewer in length.`)]
      : [];
  return [...foreign, ...rows];
}

const tooMany = (code: string, message: string): FieldError => ({ path: ['components'], code, message });

function fileErrors(placed: readonly Placed[], fileNames: readonly string[]): FieldError[] {
  return placed.flatMap(({ component, path }) => {
    const urls = [
      component.file?.url,
      component.media?.url,
      ...(component.items ?? []).map((item) => item.media.url),
    ];
    const missing = urls.some(
      (url) => url?.startsWith('attachment://') && !fileNames.includes(url.slice('attachment://'.length)),
    );
    const outside = component.file !== undefined && !component.file.url.startsWith('attachment://');
    if (!missing && !outside) return [];
    return [
      {
        path: [...path, component.file ? 'file' : component.items ? 'items' : 'media', 'url'],
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: 'The referenced attachment was not found',
      },
    ];
  });
}
