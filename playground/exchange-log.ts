import { InteractionType } from 'discord-api-types/v10';
import type { Clock } from './clock.js';
import type { DiscordError } from './discord-error.js';
import { createFeed, type Feed } from './feed.js';
import type { Interaction } from './interaction.js';
import type { RequestBody } from './rest/body.js';
import { decode } from './rest/router.js';

/** A request to the API, with what came of it. */
export interface AnsweredRequest {
  method: string;
  path: string;
  body: RequestBody | undefined;
  status: number;
  /** The rule of Discord's that it broke. */
  error?: DiscordError['body'];
}

/** An interaction and all that the bot did about it, for whoever wants to see what goes on. */
export interface LoggedExchange {
  id: string;
  /** Milliseconds since the Unix epoch. */
  startedAt: number;
  kind: 'command' | 'autocomplete' | 'menu' | 'component' | 'form';
  /** The command, or the custom id of what was used. */
  name: string;
  user: string;
  channelId: string;
  failed: boolean;
  /** INTERACTION_CREATE, without the token. */
  payload: object;
  requests: readonly LoggedRequest[];
}

interface LoggedRequest {
  method: string;
  /** Without the token. */
  path: string;
  body: unknown;
  files: readonly { filename: string; size: number }[];
  /** Milliseconds since the interaction. */
  afterMs: number;
  status: number;
  error?: DiscordError['body'];
}

export interface ExchangeLog {
  opened(interaction: Interaction, payload: object): void;
  /** Notes a request if it is about an interaction: its path then has the token. */
  answered(request: AnsweredRequest): void;
  /** Says that an interaction has failed. */
  failed(interaction: Interaction): void;
  /** The last exchanges, oldest first. */
  list(): LoggedExchange[];
  /** Has each exchange anew whenever it changes. */
  changes: Feed<LoggedExchange>;
}

const MAX_EXCHANGES = 50;
const MAX_REQUESTS = 50;
/** Characters of a body as JSON above which it is left out. */
const MAX_BODY = 100_000;
const NO_TOKEN = '…';

export function createExchangeLog(clock: Clock): ExchangeLog {
  const byToken = new Map<string, LoggedExchange>();
  const changes = createFeed<LoggedExchange>();

  function put(token: string, exchange: LoggedExchange): void {
    byToken.set(token, exchange);
    if (byToken.size > MAX_EXCHANGES) byToken.delete(byToken.keys().next().value as string);
    changes.publish(exchange);
  }

  return {
    changes,
    list: () => [...byToken.values()],
    opened: (interaction, payload) => put(interaction.token, begun(interaction, payload)),

    answered(request) {
      const token = request.path.split('/').find((part) => byToken.has(part)) ?? '';
      const exchange = byToken.get(token);
      if (!exchange || exchange.requests.length >= MAX_REQUESTS) return;
      const logged = toLog(request, clock.now() - exchange.startedAt);
      put(token, { ...exchange, requests: [...exchange.requests, logged] });
    },

    failed({ token }) {
      const exchange = byToken.get(token);
      if (exchange) put(token, { ...exchange, failed: true });
    },
  };
}

const begun = (interaction: Interaction, payload: object): LoggedExchange => ({
  id: interaction.id,
  startedAt: interaction.openedAt,
  kind: kindOf(interaction),
  name: nameOf(interaction),
  user: interaction.actor.userId,
  channelId: interaction.actor.place.channel.id,
  failed: false,
  payload: { ...payload, token: NO_TOKEN },
  requests: [],
});

function kindOf({ type, use }: Interaction): LoggedExchange['kind'] {
  if (type === InteractionType.ModalSubmit) return 'form';
  if (type === InteractionType.MessageComponent) return 'component';
  if (type === InteractionType.ApplicationCommandAutocomplete) return 'autocomplete';
  return use?.isMenu ? 'menu' : 'command';
}

function nameOf({ use, data }: Interaction): string {
  if (use) return use.isMenu ? use.command : `/${use.command}`;
  return 'custom_id' in data ? String(data.custom_id) : '';
}

/** The path of a request as it reads, with nothing in it that lets anybody answer. */
export const withoutToken = (path: string): string =>
  decode(path).replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, `$1${NO_TOKEN}`);

function toLog(request: AnsweredRequest, afterMs: number): LoggedRequest {
  const { method, path, body, status, error } = request;
  return {
    method,
    path: withoutToken(path),
    body: bounded(body?.json),
    files: (body?.uploads ?? []).map(({ filename, bytes }) => ({ filename, size: bytes.byteLength })),
    afterMs,
    status,
    ...(error && { error }),
  };
}

function bounded(json: unknown): unknown {
  const length = JSON.stringify(json ?? null).length;
  return length <= MAX_BODY ? json : `(${length} characters, left out)`;
}
