import { randomUUID } from 'node:crypto';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Guild, World } from './world.js';

/** How many events a session keeps for a client that comes back; more than any test sends. */
const REPLAY_LIMIT = 1000;
const HEARTBEAT_INTERVAL_MS = 41_250;
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

interface Frame {
  op: GatewayOpcodes;
  d: unknown;
  s?: number;
  t?: string;
}

interface Session {
  id: string;
  shard: readonly [number, number];
  intents: number;
  seq: number;
  /** The dispatches sent so far, for RESUME. */
  sent: Frame[];
  /** Absent while the client is away; what happens then is replayed when it resumes. */
  socket?: WebSocket | undefined;
}

export interface Gateway {
  /** Speaks the protocol on a socket that has just been accepted. */
  connect(socket: WebSocket): void;
  /** Sends an event to the sessions whose shard has the server. Returns how many there are. */
  dispatch(event: string, data: unknown, guildId: string): number;
  /** Takes the bot out of a server, as its moderators can. */
  removeBot(guild: Guild): void;
  /** Brings the bot back into a server. */
  addBot(guild: Guild): void;
  /** Cuts every connection as a network failure would; sessions stay and can be resumed. */
  dropConnections(): void;
  /** Forgets every session, so that a client which comes back is told to identify anew. */
  forgetSessions(): void;
  /** Whether a bot is connected now. */
  online(): boolean;
  close(): void;
}

export interface GatewayOptions {
  world: World;
  token: string;
  /** Where clients resume: `ws://…`. Asked late, as the port is known only then. */
  url: () => string;
  /** Told of each connection that Discord would have closed with an error. */
  onRefusal(code: GatewayCloseCodes, reason: string): void;
  onOnlineChange(online: boolean): void;
}

/** The gateway of Discord, version 10, uncompressed JSON. */
export function createGateway({ world, token, url, onRefusal, onOnlineChange }: GatewayOptions): Gateway {
  const sessions = new Map<string, Session>();
  /** Ids of the servers that the bot was removed from. */
  const left = new Set<string>();
  const sockets = new Set<WebSocket>();

  function connect(socket: WebSocket): void {
    sockets.add(socket);
    let session: Session | undefined;

    socket.on('message', (bytes) => {
      const frame = parse(String(bytes));
      if (!frame) return refuse(socket, GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      if (frame.op === GatewayOpcodes.Heartbeat)
        return send(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
      if (frame.op === GatewayOpcodes.Identify) {
        if (session) return refuse(socket, GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
        session = identify(socket, frame.d);
        return;
      }
      if (frame.op === GatewayOpcodes.Resume) {
        session = resume(socket, frame.d);
        return;
      }
      if (!session) return refuse(socket, GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      if (!CLIENT_OPCODES.has(frame.op)) {
        refuse(socket, GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
      }
    });
    socket.on('close', (code) => {
      sockets.delete(socket);
      if (session?.socket !== socket) return;
      session.socket = undefined;
      // A client that says goodbye (1000, 1001) ends its session; one that vanishes may resume it.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      onOnlineChange(online());
    });
    socket.on('error', () => socket.terminate());

    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
  }

  function identify(socket: WebSocket, data: unknown): Session | undefined {
    const {
      token: given,
      intents,
      shard = [0, 1],
    } = (data ?? {}) as Partial<{
      token: string;
      intents: number;
      shard: [number, number];
    }>;
    if (given !== token)
      return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    if (typeof intents !== 'number' || intents < 0)
      return refuse(socket, GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED)
      return refuse(socket, GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    if (!(shard[0] >= 0 && shard[0] < shard[1]))
      return refuse(socket, GatewayCloseCodes.InvalidShard, 'Invalid shard.');

    const session: Session = { id: randomUUID(), shard, intents, seq: 0, sent: [], socket };
    sessions.set(session.id, session);
    welcome(session);
    onOnlineChange(true);
    return session;
  }

  function welcome(session: Session): void {
    const guilds = Object.values(world.guilds).filter(
      ({ id }) => isOnShard(id, session.shard) && !left.has(id),
    );
    emit(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: session.shard,
      application: { id: world.application.id, flags: 0 },
    });
    if (!(session.intents & GatewayIntentBits.Guilds)) return;
    for (const guild of guilds) emit(session, GatewayDispatchEvents.GuildCreate, asCreated(guild, world));
  }

  function resume(socket: WebSocket, data: unknown): Session | undefined {
    const {
      token: given,
      session_id: id = '',
      seq = 0,
    } = (data ?? {}) as Partial<{
      token: string;
      session_id: string;
      seq: number;
    }>;
    if (given !== token)
      return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    const session = sessions.get(id);
    const missed = session?.sent.filter((frame) => (frame.s ?? 0) > seq);
    if (!session || !missed || session.seq - seq !== missed.length) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const frame of missed) send(socket, frame);
    emit(session, GatewayDispatchEvents.Resumed, {});
    onOnlineChange(true);
    return session;
  }

  function emit(session: Session, event: string, data: unknown): void {
    session.seq += 1;
    const frame: Frame = { op: GatewayOpcodes.Dispatch, t: event, s: session.seq, d: data };
    session.sent.push(frame);
    if (session.sent.length > REPLAY_LIMIT) session.sent.shift();
    if (session.socket) send(session.socket, frame);
  }

  function refuse(socket: WebSocket, code: GatewayCloseCodes, reason: string): undefined {
    onRefusal(code, reason);
    socket.close(code, reason);
  }

  const online = () => [...sessions.values()].some(({ socket }) => socket);

  function dispatch(event: string, data: unknown, guildId: string): number {
    const concerned = [...sessions.values()].filter(({ shard }) => isOnShard(guildId, shard));
    for (const session of concerned) emit(session, event, data);
    return concerned.length;
  }

  return {
    connect,
    online,
    dispatch,
    removeBot({ id }) {
      left.add(id);
      dispatch(GatewayDispatchEvents.GuildDelete, { id }, id);
    },
    addBot(guild) {
      left.delete(guild.id);
      dispatch(GatewayDispatchEvents.GuildCreate, asCreated(guild, world), guild.id);
    },
    dropConnections() {
      for (const socket of sockets) socket.terminate();
    },
    forgetSessions: () => sessions.clear(),
    close() {
      sessions.clear();
      for (const socket of sockets) socket.terminate();
    },
  };
}

const CLIENT_OPCODES: ReadonlySet<GatewayOpcodes> = new Set([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
]);

/** Discord's rule for which shard a server is on. */
const isOnShard = (guildId: string, [id, count]: readonly [number, number]): boolean =>
  Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;

/** A server as GUILD_CREATE gives it. Without the GuildMembers intent, the bot is its only listed member. */
function asCreated(guild: Guild, world: World): object {
  return {
    ...guild,
    members: guild.members.filter(({ user }) => user.id === world.bot.id),
    member_count: guild.members.length,
    joined_at: guild.members[0]?.joined_at,
    large: false,
    unavailable: false,
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    stickers: [],
  };
}

function parse(text: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as Frame;
    return typeof frame?.op === 'number' ? frame : undefined;
  } catch {
    return undefined;
  }
}

function send(socket: WebSocket, frame: Frame): void {
  socket.send(JSON.stringify({ s: null, t: null, ...frame }));
}
