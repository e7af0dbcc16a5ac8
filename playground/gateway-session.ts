import { randomUUID } from 'node:crypto';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** One message of the gateway's protocol, either way. */
export interface Frame {
  op: GatewayOpcodes;
  d: unknown;
  s?: number;
  t?: string;
}

/** How many events a session keeps for a client that comes back; more than any test sends. */
const MAX_KEPT_EVENTS = 1000;

/** One shard of a bot, from its IDENTIFY on; it outlives its connection, so that the bot can resume it. */
export class Session {
  readonly id = randomUUID();
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** Absent while the client is away; what happens then is sent again when it resumes. */
  socket: WebSocket | undefined;
  #sequence = 0;
  readonly #sent: Frame[] = [];

  constructor(shard: readonly [id: number, count: number], intents: number, socket: WebSocket) {
    this.shard = shard;
    this.intents = intents;
    this.socket = socket;
  }

  /** Whether a server is on this shard, by Discord's rule. */
  hasGuild(guildId: string): boolean {
    const [id, count] = this.shard;
    return Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  /** Whether it is told of what happens in a server or, without one, in direct messages: these are the first shard's. */
  isFor(guildId: string | undefined): boolean {
    return guildId === undefined ? this.shard[0] === 0 : this.hasGuild(guildId);
  }

  /** Sends an event, and keeps it for a client that comes back. */
  emit(event: string, data: unknown): void {
    this.#sequence += 1;
    const frame: Frame = { op: GatewayOpcodes.Dispatch, t: event, s: this.#sequence, d: data };
    this.#sent.push(frame);
    if (this.#sent.length > MAX_KEPT_EVENTS) this.#sent.shift();
    if (this.socket) send(this.socket, frame);
  }

  /** What was sent after an event, by its number; `undefined` where not all of it is kept. */
  sentAfter(sequence: number): Frame[] | undefined {
    const frames = this.#sent.filter((frame) => (frame.s ?? 0) > sequence);
    return this.#sequence - sequence === frames.length ? frames : undefined;
  }
}

export function send(socket: WebSocket, frame: Frame): void {
  socket.send(JSON.stringify({ s: null, t: null, ...frame }));
}

/** A frame that a client sent; `undefined` where it is none. */
export function parseFrame(text: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as Frame;
    return typeof frame?.op === 'number' ? frame : undefined;
  } catch {
    return undefined;
  }
}
