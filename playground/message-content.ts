import { type APIAttachment, type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { type Component, walk } from './rules/components.js';
import type { MessageBody } from './rules/message.js';
import type { World } from './world.js';

/** What an author sent, with an edit laid over it. Flags that are set for good stay. */
export function overlay(old: MessageBody, edit: MessageBody): MessageBody {
  const lasting = (old.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  const given = Object.entries(edit).filter(([, value]) => value !== undefined);
  return { ...old, allowed_mentions: null, ...Object.fromEntries(given), flags: lasting | (edit.flags ?? 0) };
}

/** The fields of a message that follow from what its author sent. */
export function content(body: MessageBody, attachments: readonly APIAttachment[], world: World) {
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
