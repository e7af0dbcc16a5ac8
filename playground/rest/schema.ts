import * as schemas from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import type { FieldError } from '../discord-error.js';

/** The request bodies that the playground takes. */
export type BodyKind =
  | 'command'
  | 'reply callback'
  | 'update callback'
  | 'choices callback'
  | 'modal callback'
  | 'follow-up'
  | 'webhook edit'
  | 'message'
  | 'message edit';

const schemaOf: Record<BodyKind, ZodMiniType> = {
  command: schemas.ApplicationCommandUpdateRequestSchema,
  'reply callback': schemas.CreateMessageInteractionCallbackRequestSchema,
  'update callback': schemas.UpdateMessageInteractionCallbackRequestSchema,
  'choices callback': schemas.ApplicationCommandAutocompleteCallbackRequestSchema,
  'modal callback': schemas.ModalInteractionCallbackRequestSchema,
  'follow-up': schemas.IncomingWebhookInteractionRequestSchema,
  'webhook edit': schemas.IncomingWebhookUpdateRequestPartialSchema,
  message: schemas.MessageCreateRequestSchema,
  'message edit': schemas.MessageEditRequestPartialSchema,
};

/** What Discord's own API description has against a request body. */
export function schemaErrors(kind: BodyKind, body: unknown): FieldError[] {
  const result = schemaOf[kind].safeParse(body);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => toFieldErrors(issue as Issue, body, []));
}

interface Issue {
  code: string;
  path: (string | number)[];
  message: string;
  errors?: Issue[][];
  origin?: string;
  minimum?: number;
  maximum?: number;
  expected?: string;
  values?: unknown[];
}

/**
 * One issue of zod, in Discord's codes. Where none of a union's alternatives fits, the errors are those of the
 * alternative for the value's `type`, and of several such, of the one that fitted deepest.
 */
function toFieldErrors(issue: Issue, body: unknown, above: (string | number)[]): FieldError[] {
  const path = [...above, ...issue.path];
  const alternatives = issue.code === 'invalid_union' ? (issue.errors ?? []) : [];
  if (alternatives.length === 0) return [{ path, ...wording(issue, valueAt(body, path)) }];
  const fitting = alternatives.filter((issues) => !issues.some(isAboutType));
  const closest = fitting.toSorted((a, b) => depth(b) - depth(a))[0];
  if (closest) return closest.flatMap((inner) => toFieldErrors(inner, body, path));
  return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message: 'No such type is allowed here.' }];
}

const isAboutType = ({ path }: Issue): boolean => path.length === 1 && path[0] === 'type';
const depth = (issues: Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

function wording(issue: Issue, value: unknown): { code: string; message: string } {
  const { code, origin, minimum, maximum } = issue;
  if (value === undefined || value === null) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (code === 'too_big' && origin === 'number') {
    return { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${maximum}.` };
  }
  if (code === 'too_small' && origin === 'number') {
    return { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${minimum}.` };
  }
  if (code === 'too_big') {
    return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` };
  }
  if (code === 'too_small') {
    return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${minimum} or more in length.` };
  }
  if (code === 'invalid_value') {
    return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values?.join(', ')}).` };
  }
  return { code: 'BASE_TYPE_BAD_TYPE', message: `Could not interpret the value (${code}).` };
}

function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Record<string | number, unknown> | undefined | null)?.[key],
    body,
  );
}
