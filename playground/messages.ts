import {
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import type { Archive } from './archive.js';
import type { Clock } from './clock.js';
import type { CommandUse, Feed, ShownMessage } from './feed.js';
import type { Files, Upload } from './files.js';
import { content, overlay } from './message-content.js';
import { checkMessage, flagsFor, type MessageBody } from './rules/message.js';
import type { World } from './world.js';

/** What is needed to put a new message into a channel. */
export interface NewMessage {
  channelId: string;
  author: APIUser;
  body: MessageBody;
  uploads?: readonly Upload[];
  /** The only user who sees it. */
  visibleTo?: string;
  answers?: Answering;
  /** Shown as "thinking…" until it is edited, and empty till then. */
  loading?: boolean;
}

/** What tells of a message that it answers an interaction. */
export interface Answering {
  metadata: APIMessageInteractionMetadata;
  /** The command, where it was one and this is the first answer. */
  use?: CommandUse | undefined;
  /** The id of the message in the same channel that it replies to. */
  repliesTo?: string | undefined;
}

export interface Messages {
  create(message: NewMessage): APIMessage;
  /** Lays `body` over the message. `undefined` when there is none. */
  edit(id: string, body: MessageBody, uploads?: readonly Upload[]): APIMessage | undefined;
  get(id: string): APIMessage | undefined;
  delete(id: string): boolean;
  /** The only user who sees a message, where it is ephemeral. */
  visibleTo(id: string): string | undefined;
  inChannel(channelId: string): readonly ShownMessage[];
}

export interface MessagesOptions {
  clock: Clock;
  nextId: () => string;
  files: Files;
  feed: Feed;
  world: World;
  archive: Archive;
}

interface KeptMessage extends ShownMessage {
  /** What its author sent, edits included: what the next edit is laid over. */
  body: MessageBody;
}

/** How many messages are kept, and how many of a channel outlive the process; the oldest are forgotten first. */
const MAX_MESSAGES = 5000;
const MAX_ARCHIVED = 200;

/** The messages of all channels. What Discord would refuse is refused here, whoever sends it. */
export function createMessages(options: MessagesOptions): Messages {
  const { feed, archive } = options;
  const entries = new Map(archived(archive).map((entry) => [entry.message.id, entry]));
  const changed = archive.keep('messages', () => newest([...entries.values()]));

  function keep(entry: KeptMessage): APIMessage {
    const { message } = entry;
    entries.set(message.id, entry);
    if (entries.size > MAX_MESSAGES) entries.delete(entries.keys().next().value as string);
    changed();
    feed.publish({ kind: 'message', ...shown(entry) });
    return message;
  }

  return {
    create: (message) => keep(created(message, options)),
    edit(id, change, uploads = []) {
      const entry = entries.get(id);
      return entry && keep(edited(entry, change, uploads, options));
    },
    get: (id) => entries.get(id)?.message,
    visibleTo: (id) => entries.get(id)?.visibleTo,
    delete(id) {
      const entry = entries.get(id);
      if (!entry) return false;
      entries.delete(id);
      changed();
      feed.publish({ kind: 'deleted', id, channelId: entry.message.channel_id });
      return true;
    },
    inChannel: (channelId) => [...entries.values()].filter(({ message }) => message.channel_id === channelId),
  };
}

/** The messages of the last playground. What was still being thought about then will not be answered any more. */
function archived(archive: Archive): KeptMessage[] {
  return archive.read<KeptMessage>('messages').filter(({ message }) => !isLoading(message));
}

/** The newest of each channel. */
function newest(entries: readonly KeptMessage[]): KeptMessage[] {
  const counts = new Map<string, number>();
  const isNew = ({ message: { channel_id: channel } }: KeptMessage) => {
    const count = (counts.get(channel) ?? 0) + 1;
    counts.set(channel, count);
    return count <= MAX_ARCHIVED;
  };
  return entries.toReversed().filter(isNew).toReversed();
}

/** @throws DiscordError for what Discord refuses. */
function created(
  { channelId, author, body, uploads = [], visibleTo, loading, answers }: NewMessage,
  { clock, nextId, files, world }: MessagesOptions,
): KeptMessage {
  checkMessage(body, {
    flags: { sent: body.flags ?? 0, allowed: answers ? flagsFor.reply : flagsFor.message },
    fileNames: uploads.map(({ filename }) => filename),
    mayBeEmpty: loading ?? false,
  });
  const attachments = uploads.map((upload, index) =>
    describe(files.store(channelId, upload), body.attachments?.[index]),
  );
  const message: APIMessage = {
    id: nextId(),
    channel_id: channelId,
    author,
    type: MessageType.Default,
    timestamp: timestamp(clock),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...content(body, attachments, world),
    attachments,
    flags: (body.flags ?? 0) | (loading ? MessageFlags.Loading : 0),
    ...(author.bot ? { application_id: world.application.id } : {}),
    ...(answers ? answering(answers, channelId, world) : {}),
  };
  return { message, body, visibleTo, use: answers?.use };
}

/** The message with an edit laid over it. @throws DiscordError for what Discord refuses. */
function edited(
  entry: KeptMessage,
  change: MessageBody,
  uploads: readonly Upload[],
  { clock, files, world }: MessagesOptions,
): KeptMessage {
  const { message: old } = entry;
  const wanted = change.attachments;
  const kept = old.attachments.filter(({ id }) => !wanted || wanted.some((one) => one.id === id));
  const body = overlay(entry.body, change);
  checkMessage(body, {
    flags: { sent: change.flags ?? 0, allowed: flagsFor.edit },
    fileNames: [...kept, ...uploads].map(({ filename }) => filename),
  });
  const fresh = (wanted ?? []).filter(({ id }) => !kept.some((one) => one.id === id));
  const added = uploads.map((upload, index) => describe(files.store(old.channel_id, upload), fresh[index]));
  const attachments = [...kept, ...added];
  const message = {
    ...old,
    ...content(body, attachments, world),
    attachments,
    flags: body.flags ?? 0,
    edited_timestamp: isLoading(old) ? null : timestamp(clock),
  };
  return { ...entry, body, message };
}

const timestamp = (clock: Clock): string => new Date(clock.now()).toISOString();

const shown = ({ message, visibleTo, use }: KeptMessage): ShownMessage => ({ message, visibleTo, use });

/** The fields that say what a message answers. */
function answering({ metadata, use, repliesTo }: Answering, channelId: string, world: World) {
  const { id, type, user } = metadata;
  const guildId = world.placeById(channelId)?.guild?.id;
  return {
    webhook_id: world.application.id,
    interaction_metadata: metadata,
    ...(repliesTo !== undefined && {
      type: MessageType.Reply,
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: repliesTo,
        channel_id: channelId,
        ...(guildId !== undefined && { guild_id: guildId }),
      },
    }),
    ...(use && {
      type: use.isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand,
      interaction: { id, type, user, name: use.command },
    }),
  };
}

/** Lays what the author said of a file over what is known of it. */
function describe(
  attachment: APIAttachment,
  given: { filename?: string | null; description?: string | null } | undefined,
): APIAttachment {
  if (!given?.description) return attachment;
  return { ...attachment, description: given.description };
}

/** Whether a message still says "thinking…". */
export const isLoading = ({ flags }: Pick<APIMessage, 'flags'>): boolean =>
  ((flags ?? 0) & MessageFlags.Loading) !== 0;

export const isEphemeral = ({ flags }: Pick<MessageBody, 'flags'>): boolean =>
  ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
