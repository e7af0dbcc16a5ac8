/** What of an error is logged. */
export interface LoggedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number;
  /** Of a request to Discord: the HTTP status, the method, and the route without ids and tokens. */
  readonly status?: number;
  readonly method?: string;
  readonly route?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** A chain of causes that is longer goes round in a circle. */
const MAX_CAUSES = 5;

/**
 * An error as it is logged: what it is and where it came from, and nothing of what it was about. Errors carry more: the
 * whole reply that Discord refused, with the question, and the token of the interaction, with which anybody can write as
 * the bot. Only what is named here is kept, and ids and tokens in it are left out.
 */
export function loggedError(error: unknown, depth = MAX_CAUSES): LoggedError {
  if (!(error instanceof Error)) return { type: kindOf(error) };
  const { code, status, method, url, cause } = error as Error & Readonly<Record<string, unknown>>;
  return {
    type: error.name,
    message: withoutIds(messageIn(error)),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof method === 'string' && { method }),
    ...(typeof url === 'string' && { route: routeOf(url) }),
    ...(error.stack !== undefined && { stack: withoutIds(framesOf(error)) }),
    ...(cause !== undefined && depth > 0 && { cause: loggedError(cause, depth - 1) }),
  };
}

/** Of what is no error: our own plain data say what kind they are, and the rest of them may quote somebody. */
function kindOf(thrown: unknown): string {
  const isOfAKind = typeof thrown === 'object' && thrown !== null && 'kind' in thrown;
  return isOfAKind && typeof thrown.kind === 'string' ? thrown.kind : typeof thrown;
}

/** How many parts of a refused reply are named. */
const MAX_PARTS = 5;

/**
 * Its first line. Discord's messages go on with a line for each part of a reply that was refused, which may have the words
 * of the reply: `data.components[0].content[BASE_TYPE_BAD_LENGTH]: …`; what stands before them is kept.
 */
function messageIn({ message }: Error): string {
  const [first = '', ...rest] = message.split('\n');
  const parts = rest.flatMap((line) => /^[\w.[\]]{1,200}(?=:)/.exec(line)?.[0] ?? []);
  return [withoutQuoted(first), ...parts.slice(0, MAX_PARTS)].join('; ');
}

/**
 * What a message quotes is what somebody wrote, as in `Unexpected token … "Who is" … is not valid JSON`, and may have quotation
 * marks of its own: all from the first one to the last is left out, unless it is names of things.
 */
function withoutQuoted(line: string): string {
  const parts = line.split('"');
  if (parts.length === 1) return line;
  const isNames =
    parts.length % 2 === 1 && parts.every((part, at) => at % 2 === 0 || /^[\w.-]{1,63}$/.test(part));
  return isNames ? line : `${parts[0]}"…"${parts.length === 2 ? '' : parts.at(-1)}`;
}

/** The frames: a stack begins with the message, which may have several lines. */
function framesOf({ stack = '', message }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return frames
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}

/** What stands behind one of these and an id, in the path of a request, is a token. */
const WITH_TOKEN: ReadonlySet<string | undefined> = new Set(['interactions', 'webhooks']);
const ID = /^\d{15,21}$/;

/** `/api/v10/interactions/:id/:token/callback` of the address of a request. */
function routeOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : (url.split('?', 1)[0] ?? '');
  const parts = path.split('/');
  return parts
    .map((part, at) => {
      if (WITH_TOKEN.has(parts[at - 2])) return ':token';
      return WITH_TOKEN.has(parts[at - 1]) || ID.test(part) ? ':id' : part;
    })
    .join('/');
}

/** Discord's ids, and what is as long and as mixed as a token. */
const IDS_AND_TOKENS = /(?<![\w-])(?:\d{15,21}|[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}|[\w-]{60,})(?![\w-])/g;

/** A text of the log without ids of members and servers, and without tokens. */
export function withoutIds(text: string): string {
  return text.replace(IDS_AND_TOKENS, '[…]');
}
