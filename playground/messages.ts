import {
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { Clock } from './clock.js';
import type { Feed } from './feed.js';
import type { Files, Upload } from './files.js';
import { type Component, walk } from './rules/components.js';
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
  /** The command or component use that the message answers. */
  interaction?: APIMessageInteractionMetadata;
  /** Shown as "thinking…" until it is edited; may be empty. */
  loading?: boolean;
  isReply?: boolean;
}

export interface Messages {
  create(message: NewMessage): APIMessage;
  /** Lays `body` over the message. `undefined` when there is none. */
  edit(id: string, body: MessageBody, uploads?: readonly Upload[]): APIMessage | undefined;
  get(id: string): APIMessage | undefined;
  delete(id: string): boolean;
  /** The only user who sees a message, where it is ephemeral. */
  visibleTo(id: string): string | undefined;
  inChannel(channelId: string): readonly { message: APIMessage; visibleTo?: string }[];
}

export interface MessagesOptions {
  clock: Clock;
  nextId: () => string;
  files: Files;
  feed: Feed;
  world: World;
}

interface Entry {
  message: APIMessage;
  visibleTo?: string;
}

/** How many messages are kept; the oldest are forgotten first. */
const KEPT = 5000;

/** The messages of all channels. What Discord would refuse is refused here, whoever sends it. */
export function createMessages({ clock, nextId, files, feed, world }: MessagesOptions): Messages {
  const entries = new Map<string, Entry>();
  const now = () => new Date(clock.now()).toISOString();

  function keep(entry: Entry): APIMessage {
    entries.set(entry.message.id, entry);
    if (entries.size > KEPT) entries.delete(entries.keys().next().value as string);
    feed.publish({ kind: 'message', ...entry });
    return entry.message;
  }

  function create(given: NewMessage): APIMessage {
    const { channelId, author, body, uploads = [], visibleTo, loading = false, isReply } = given;
    if (!loading) {
      checkMessage(body, {
        flags: { sent: body.flags ?? 0, allowed: isReply ? flagsFor.reply : flagsFor.message },
        fileNames: uploads.map(({ filename }) => filename),
      });
    }
    const attachments = uploads.map((upload, index) =>
      describe(files.store(channelId, upload), body.attachments?.[index]),
    );
    const flags = (body.flags ?? 0) | (loading ? MessageFlags.Loading : 0);
    const message: APIMessage = {
      id: nextId(),
      channel_id: channelId,
      author,
      type: given.interaction ? MessageType.ChatInputCommand : MessageType.Default,
      timestamp: now(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      ...content(body, attachments, world),
      attachments,
      flags,
      ...(author.bot ? { application_id: world.application.id } : {}),
      ...(isReply ? { webhook_id: world.application.id } : {}),
      ...(given.interaction ? { interaction_metadata: given.interaction } : {}),
    };
    return keep(visibleTo === undefined ? { message } : { message, visibleTo });
  }

  function edit(id: string, body: MessageBody, uploads: readonly Upload[] = []): APIMessage | undefined {
    const entry = entries.get(id);
    if (!entry) return undefined;
    const old = entry.message;
    const kept = old.attachments.filter(
      ({ id }) => !body.attachments || body.attachments.some((one) => one.id === id),
    );
    const whole = overlay(old, body);
    checkMessage(whole, {
      flags: { sent: body.flags ?? 0, allowed: flagsFor.edit },
      fileNames: [...kept, ...uploads].map(({ filename }) => filename),
    });
    const fresh = (body.attachments ?? []).filter(({ id }) => !kept.some((one) => one.id === id));
    const added = uploads.map((upload, index) => describe(files.store(old.channel_id, upload), fresh[index]));
    const attachments = [...kept, ...added];
    return keep({
      ...entry,
      message: {
        ...old,
        ...content(whole, attachments, world),
        attachments,
        flags: whole.flags ?? 0,
        edited_timestamp: (old.flags ?? 0) & MessageFlags.Loading ? null : now(),
      },
    });
  }

  return {
    create,
    edit,
    get: (id) => entries.get(id)?.message,
    visibleTo: (id) => entries.get(id)?.visibleTo,
    delete(id) {
      const entry = entries.get(id);
      if (!entry) return false;
      entries.delete(id);
      feed.publish({ kind: 'deleted', id, channelId: entry.message.channel_id });
      return true;
    },
    inChannel: (channelId) => [...entries.values()].filter(({ message }) => message.channel_id === channelId),
  };
}

/** The message as it would be after the edit. A flag that is set for good stays; "thinking…" ends. */
function overlay(old: APIMessage, edit: MessageBody): MessageBody {
  const lasting = (old.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  return {
    content: edit.content === undefined ? old.content : edit.content,
    embeds: edit.embeds === undefined ? old.embeds : edit.embeds,
    components: (edit.components === undefined ? old.components : edit.components) as Component[] | null,
    flags: lasting | (edit.flags ?? 0),
    allowed_mentions: edit.allowed_mentions ?? null,
  };
}

/** The fields of a message that follow from what its author sent. */
function content(body: MessageBody, attachments: readonly APIAttachment[], world: World) {
  const components = numbered(resolveFiles(body.components ?? [], attachments));
  const texts = [
    body.content ?? '',
    ...[...walk(components, [])].map(({ component }) => component.content ?? ''),
  ];
  return {
    content: body.content ?? '',
    embeds: (body.embeds ?? []) as APIMessage['embeds'],
    components: components as unknown as NonNullable<APIMessage['components']>,
    ...mentioned(texts.join('\n'), body.allowed_mentions, world),
  };
}

/** Whom the message would ping: what its text names and `allowed_mentions` lets through. */
function mentioned(text: string, allowed: MessageBody['allowed_mentions'], world: World) {
  const may = (kind: 'users' | 'roles' | 'everyone', id = '') =>
    !allowed ||
    allowed.parse?.includes(kind) ||
    (kind !== 'everyone' && allowed[kind]?.includes(id)) ||
    false;
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
  return {
    mentions: ids(/<@!?(\d+)>/g)
      .filter((id) => may('users', id))
      .flatMap((id) => world.userById(id) ?? []),
    mention_roles: ids(/<@&(\d+)>/g).filter((id) => may('roles', id)),
    mention_everyone: /@(everyone|here)/.test(text) && may('everyone'),
  };
}

/** Components as Discord gives them back: each has a number, counted from 1. */
function numbered(components: readonly Component[]): Component[] {
  const copies = structuredClone(components) as Component[];
  const all = [...walk(copies, [])].map(({ component }) => component);
  const taken = new Set(all.map(({ id }) => id));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    taken.add(next);
    component.id = next;
  }
  return copies;
}

function resolveFiles(components: readonly Component[], attachments: readonly APIAttachment[]): Component[] {
  const copies = structuredClone(components) as Component[];
  for (const { component } of walk(copies, [])) {
    const places = [component.file, component.media, ...(component.items ?? []).map(({ media }) => media)];
    for (const place of places) {
      const file = attachments.find(({ filename }) => place?.url === `attachment://${filename}`);
      if (place && file) Object.assign(place, { url: file.url, proxy_url: file.url, attachment_id: file.id });
    }
  }
  return copies;
}

function describe(
  attachment: APIAttachment,
  given: { filename?: string | null; description?: string | null } | undefined,
): APIAttachment {
  if (!given?.description) return attachment;
  return { ...attachment, description: given.description };
}

export const isEphemeral = (body: MessageBody | null | undefined): boolean =>
  ((body?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
