import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Faults } from './faults.js';
import { parseFrame, Session, send } from './gateway-session.js';
import type { Guild } from './guilds.js';
import type { Installs } from './installs.js';
import type { SessionStarts, Sharding } from './sharding.js';
import type { World } from './world.js';

const HEARTBEAT_INTERVAL_MS = 41_250;
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export interface Gateway {
  /** Speaks the protocol on a socket that has just been accepted. */
  connect(socket: WebSocket): void;
  /** Sends an event to the sessions whose shard has the server; to the first shard where there is none. */
  dispatch(event: string, data: unknown, guildId?: string): number;
  /** Takes the bot out of a server, as its moderators can. */
  removeBot(guild: Guild): void;
  /** Brings the bot back into a server. */
  addBot(guild: Guild): void;
  /** Cuts every connection as a network failure would; sessions stay and can be resumed. */
  dropConnections(): void;
  /** Closes every connection with a code, as Discord does where it wants no more of a client. */
  closeConnections(code: number): void;
  /** Forgets every session, so that a client which comes back is told to identify anew. */
  forgetSessions(): void;
  /** Whether a bot is connected now. */
  online(): boolean;
  close(): void;
}

export interface GatewayOptions {
  world: World;
  installs: Installs;
  token: string;
  sharding: Sharding;
  starts: SessionStarts;
  faults: Faults;
  /** Where clients resume: `ws://…`. Asked late, as the port is known only then. */
  url: () => string;
  /** Told of each connection that Discord would have closed with an error. */
  onRefusal(code: GatewayCloseCodes, reason: string): void;
  onOnlineChange(online: boolean): void;
}

interface State extends GatewayOptions {
  sessions: Map<string, Session>;
  sockets: Set<WebSocket>;
}

/** The gateway of Discord, version 10, uncompressed JSON. */
export function createGateway(options: GatewayOptions): Gateway {
  const state: State = { ...options, sessions: new Map(), sockets: new Set() };
  const { world, installs, sessions, sockets } = state;
  const dropConnections = () => {
    for (const socket of sockets) socket.terminate();
  };
  return {
    connect: (socket) => connect(socket, state),
    online: () => isOnline(state),
    dispatch: (event, data, guildId) => dispatch(event, data, guildId, state),
    removeBot(guild) {
      const { id } = guild;
      installs.removeGuild(guild);
      dispatch(GatewayDispatchEvents.GuildDelete, { id }, id, state);
    },
    addBot(guild) {
      installs.addGuild(guild);
      dispatch(GatewayDispatchEvents.GuildCreate, asCreated(guild, world), guild.id, state);
    },
    dropConnections,
    closeConnections(code) {
      for (const socket of sockets) socket.close(code);
    },
    forgetSessions: () => sessions.clear(),
    close() {
      sessions.clear();
      dropConnections();
    },
  };
}

function connect(socket: WebSocket, state: State): void {
  const { sessions, sockets, faults, onOnlineChange } = state;
  sockets.add(socket);
  if (faults.gateway.isSilent) return;
  let session: Session | undefined;

  socket.on('message', (bytes) => {
    session = receive(String(bytes), socket, session, state);
  });
  socket.on('close', (code) => {
    sockets.delete(socket);
    if (session?.socket !== socket) return;
    session.socket = undefined;
    // A client that says goodbye (1000, 1001) ends its session; one that vanishes may resume it.
    if (code === 1000 || code === 1001) sessions.delete(session.id);
    onOnlineChange(isOnline(state));
  });
  socket.on('error', () => socket.terminate());

  send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
}

/** Does what a frame asks for, and returns the session of the connection from then on. */
function receive(text: string, socket: WebSocket, session: Session | undefined, state: State) {
  const refused = (code: GatewayCloseCodes, reason: string) => {
    refuse(socket, code, reason, state);
    return session;
  };
  const frame = parseFrame(text);
  if (!frame) return refused(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
  switch (frame.op) {
    case GatewayOpcodes.Heartbeat:
      send(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
      return session;
    case GatewayOpcodes.Identify:
      if (session) return refused(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return identify(socket, frame.d, state);
    case GatewayOpcodes.Resume:
      return resume(socket, frame.d, state);
  }
  if (!session) return refused(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
  if (!CLIENT_OPCODES.has(frame.op)) return refused(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  return session;
}

const CLIENT_OPCODES: ReadonlySet<GatewayOpcodes> = new Set([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
]);

interface Identification {
  token: string;
  intents: number;
  shard: [number, number];
}

function identify(socket: WebSocket, data: unknown, state: State): Session | undefined {
  const { closeWith, isSilent } = state.faults.gateway;
  if (isSilent) return undefined;
  if (closeWith !== undefined) {
    socket.close(closeWith);
    return undefined;
  }
  const { token, intents, shard = [0, 1] } = (data ?? {}) as Partial<Identification>;
  if (token !== state.token)
    return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.', state);
  if (typeof intents !== 'number' || intents < 0)
    return refuse(socket, GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).', state);
  if (intents & PRIVILEGED)
    return refuse(socket, GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).', state);
  if (!(shard[0] >= 0 && shard[0] < shard[1]))
    return refuse(socket, GatewayCloseCodes.InvalidShard, 'Invalid shard.', state);
  const session = new Session(shard, intents, socket);
  if (guildsOf(session, state).length > state.sharding.guildsPerShard)
    return refuse(socket, GatewayCloseCodes.ShardingRequired, 'Sharding required.', state);
  const start = state.starts.begin(shard[0]);
  if (start === 'used-up')
    return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'No session starts are left.', state);
  if (start === 'too-soon') {
    state.onRefusal(GatewayCloseCodes.RateLimited, `Shard ${shard[0]} identified too soon.`);
    send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }

  state.sessions.set(session.id, session);
  welcome(session, state);
  state.onOnlineChange(true);
  return session;
}

function guildsOf(session: Session, { installs }: State): Guild[] {
  return installs.guilds().filter(({ id }) => session.hasGuild(id));
}

function welcome(session: Session, state: State): void {
  const { world, url } = state;
  const guilds = guildsOf(session, state);
  session.emit(GatewayDispatchEvents.Ready, {
    v: 10,
    user: world.bot,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url(),
    shard: session.shard,
    application: { id: world.application.id, flags: 0 },
  });
  if (!(session.intents & GatewayIntentBits.Guilds)) return;
  for (const guild of guilds) session.emit(GatewayDispatchEvents.GuildCreate, asCreated(guild, world));
}

interface Resumption {
  token: string;
  session_id: string;
  seq: number;
}

function resume(socket: WebSocket, data: unknown, state: State): Session | undefined {
  const { token, session_id: id = '', seq = 0 } = (data ?? {}) as Partial<Resumption>;
  if (token !== state.token)
    return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.', state);
  const session = state.sessions.get(id);
  const missed = session?.sentAfter(seq);
  if (!session || !missed) {
    send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }
  session.socket?.terminate();
  session.socket = socket;
  for (const frame of missed) send(socket, frame);
  session.emit(GatewayDispatchEvents.Resumed, {});
  state.onOnlineChange(true);
  return session;
}

function refuse(socket: WebSocket, code: GatewayCloseCodes, reason: string, { onRefusal }: State): undefined {
  onRefusal(code, reason);
  socket.close(code, reason);
}

function isOnline({ sessions }: State): boolean {
  return [...sessions.values()].some(({ socket }) => socket);
}

function dispatch(event: string, data: unknown, guildId: string | undefined, state: State): number {
  const { sessions, faults } = state;
  const concerned = [...sessions.values()].filter((session) => session.isFor(guildId));
  for (const session of concerned) {
    session.emit(event, data);
    if (faults.gateway.deliversTwice) session.emit(event, data);
  }
  return concerned.length;
}

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
