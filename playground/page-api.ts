import type { ServerResponse } from 'node:http';
import { ChannelType } from 'discord-api-types/v10';
import type { Archive } from './archive.js';
import type { OptionValue } from './commands.js';
import { createEventStream } from './event-stream.js';
import type { ExchangeLog, LoggedExchange } from './exchange-log.js';
import type { Feed } from './feed.js';
import type { Upload } from './files.js';
import type { Installs } from './installs.js';
import type { LocalizedCommand } from './localized.js';
import type { As } from './member/actors.js';
import { ClientRefusal } from './member/client-refusal.js';
import type { Driver } from './member/driver.js';
import type { Exchange } from './member/exchange.js';
import type { FieldValue } from './member/form.js';
import { createOpenForms } from './member/open-forms.js';
import type { Messages } from './messages.js';
import type { RequestBody } from './rest/body.js';
import type { World } from './world.js';

/** What the page asks to be done, as JSON. Which fields are there depends on the action. */
interface Action {
  as?: As;
  command?: string;
  options?: Record<string, OptionValue>;
  /** Options and fields that are files, by the number of the file in the request. */
  files?: Record<string, number | number[]>;
  focused?: string;
  messageId?: string;
  customId?: string;
  values?: string[];
  exchangeId?: string;
  fields?: Record<string, FieldValue>;
  content?: string;
}

export interface PageApi {
  /** What the page shows first. */
  state(): object;
  /** The commands that a person is offered at a place. */
  commands(as: As): LocalizedCommand[];
  /** Messages of a channel; the page shows each user those meant for them. */
  channel(id: string): readonly object[];
  /** Carries out what a person does. @throws ClientRefusal where Discord's client would not let them. */
  act(name: string, body: RequestBody): Promise<unknown>;
  /** What went on behind the last uses of the bot, oldest first. */
  exchanges(): readonly LoggedExchange[];
  /** Keeps the response open and writes what happens. */
  streamEvents(response: ServerResponse): void;
  /** The same with each exchange that changes, for a page that looks behind the scenes. */
  streamExchanges(response: ServerResponse): void;
  close(): void;
}

export interface PageApiOptions {
  world: World;
  installs: Installs;
  driver: Driver;
  messages: Messages;
  feed: Feed;
  log: ExchangeLog;
  archive: Archive;
  isOnline(): boolean;
}

/** What stands between the page and the playground. */
export function createPageApi(options: PageApiOptions): PageApi {
  const { world, installs, messages, driver, feed, log, isOnline } = options;
  const streams = { events: createEventStream(), exchanges: createEventStream() };
  const unsubscribe = [
    feed.subscribe(streams.events.send),
    log.changes.subscribe((exchange) => streams.exchanges.send({ kind: 'exchange', exchange })),
  ];
  const actions = actionsOf(options);

  return {
    state: () => ({ online: isOnline(), ...placesAndPeople(world, installs) }),

    commands: driver.offered,

    channel: (id) => messages.inChannel(id),

    async act(name, { json, uploads }) {
      const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (!act) throw new ClientRefusal(`There is nothing called ${name} to do.`);
      return act(withFiles((json ?? {}) as Action, uploads));
    },

    exchanges: log.list,
    streamEvents: (response) => streams.events.open(response, { kind: 'online', online: isOnline() }),
    streamExchanges: (response) => streams.exchanges.open(response),

    close() {
      for (const end of unsubscribe) end();
      for (const stream of Object.values(streams)) stream.close();
    },
  };
}

type Act = (action: Action) => Promise<unknown>;

/** What a person can do in the page, by the names that it uses. */
function actionsOf({ driver, messages, archive }: PageApiOptions): Readonly<Record<string, Act>> {
  const forms = createOpenForms(archive);

  function seen(exchange: Exchange): object {
    const { id, failed, modal } = exchange;
    if (modal) forms.open(exchange);
    return { id, failed, ...(modal ? { modal } : {}) };
  }

  function messageOf({ messageId = '' }: Action) {
    const message = messages.get(messageId);
    if (!message) throw new ClientRefusal('That message is gone.');
    return message;
  }

  return {
    use: async ({ as, command = '', options = {} }) => seen(await driver.use({ ...as, command, options })),
    autocomplete: ({ as, command = '', options = {}, focused = '' }) =>
      driver.autocomplete({ ...as, command, options, focused }),
    menu: async (action) => seen(await driver.menu(messageOf(action), action.command ?? '', action.as)),
    press: async (action) => seen(await driver.press(messageOf(action), action.customId ?? '', action.as)),
    select: async (action) =>
      seen(await driver.select(messageOf(action), action.customId ?? '', action.values ?? [], action.as)),
    submit: async ({ as, exchangeId = '', fields = {} }) => {
      const exchange = await driver.submitModal(forms.get(exchangeId), fields, as);
      if (!exchange.failed) forms.close(exchangeId);
      return seen(exchange);
    },
    say: async ({ as, content = '' }) => driver.say(content, as),
  };
}

function placesAndPeople(world: World, installs: Installs): object {
  const keyOf = new Map(Object.entries(world.users).map(([key, { id }]) => [id, key]));
  return {
    bot: world.bot,
    guilds: Object.entries(world.guilds).map(([key, { id, name, channels, members, roles }]) => ({
      key,
      id,
      name,
      hasBot: installs.inGuild(id),
      roles,
      members,
      channels: channels.map((channel) => ({ id: channel.id, name: channel.name })),
    })),
    privates: world.privates.map((channel) => ({
      kind: channel.type === ChannelType.DM ? 'dm' : 'group',
      id: channel.id,
      name: channel.type === ChannelType.DM ? world.bot.username : channel.name,
      members: channel.recipients.map(({ id }) => keyOf.get(id)),
    })),
    users: Object.entries(world.users).map(([key, { id, global_name: name }]) => ({
      key,
      id,
      name,
      hasApp: installs.onUser(id),
    })),
  };
}

/** Puts the files of the request where the options of a command, or the fields of a form, name them. */
function withFiles(action: Action, uploads: readonly Upload[]): Action {
  const options = { ...action.options };
  const fields = { ...action.fields };
  for (const [name, which] of Object.entries(action.files ?? {})) {
    const named = [which].flat().flatMap((index) => uploads[index] ?? []);
    if (action.exchangeId !== undefined) fields[name] = named;
    else if (named[0]) options[name] = named[0];
  }
  return { ...action, options, fields };
}
