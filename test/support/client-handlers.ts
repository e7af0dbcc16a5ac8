import type { APIMessage } from 'discord.js';
import type { As as Actor } from '../../playground/member/actors.js';
import { ClientRefusal } from '../../playground/member/client-refusal.js';
import type { Exchange } from '../../playground/member/exchange.js';
import type { GuildName, UserName } from '../../playground/world.js';
import type { Message } from '../../src/discord/render.js';
import {
  type As,
  ELSEWHERE,
  type Given,
  type GivenMessage,
  type HandedOver,
  type Handlers,
} from './handlers.js';
import { type ModeratedServer, whole } from './moderated-server.js';

/** What {@link Handlers} do, done by the real client in a playground: what Discord's own client would not send is not done. */
export function throughTheClient(
  server: ModeratedServer,
): Pick<Handlers, 'use' | 'menu' | 'press' | 'choose' | 'submit' | 'bench' | 'posted' | 'end'> {
  const { playground, bench } = server;
  const exchanges = new WeakMap<Given, Exchange>();
  const messages = new WeakMap<GivenMessage, APIMessage>();

  /** The message that came of it, or the form, with how to go on from there. */
  async function came(
    what: string,
    { locale = 'en-US' }: As,
    acting: () => Promise<Exchange>,
  ): Promise<Given[]> {
    let exchange: Exchange;
    try {
      exchange = await acting();
    } catch (error) {
      if (error instanceof ClientRefusal) return [];
      throw error;
    }
    if (exchange.modal) {
      const form = exchange.modal as unknown as (Given & { kind: 'form' })['form'];
      const given: Given = { kind: 'form', what, locale, form };
      exchanges.set(given, exchange);
      return [given];
    }
    const shown = await whole(exchange, isUnderWay);
    const message = shown as unknown as Message;
    const given: GivenMessage = { kind: 'message', what, locale, message, isSeenByAll: !exchange.ephemeral };
    messages.set(given, shown);
    return [given];
  }

  const shownOf = (on: GivenMessage): APIMessage => {
    const shown = messages.get(on);
    if (!shown) throw new Error(`not a message of the client's: ${on.what}`);
    return shown;
  };

  return {
    bench,
    posted: [],
    use(command, options = {}, as = {}) {
      const given = Object.entries(options).map(([name, value]) => [name, handedOver(value)]);
      return came(command, as, () =>
        playground.use({ command, options: Object.fromEntries(given), ...actorOf(as) }),
      );
    },
    menu: (command, text, as = {}) =>
      came(command, as, () => playground.menu(playground.say(text, actorOf(as)), command, actorOf(as))),
    press: (on, id, as = {}) => came(kindOf(id), as, () => playground.press(shownOf(on), id, personOf(as))),
    choose: (on, id, values, as = {}) =>
      came(kindOf(id), as, () => playground.select(shownOf(on), id, values, personOf(as))),
    submit(form, filled, as = {}) {
      const exchange = exchanges.get(form);
      if (!exchange) throw new Error(`not a form of the client's: ${form.what}`);
      const fields = Object.entries(filled).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      );
      return came(kindOf(form.form.custom_id), as, () =>
        playground.submitModal(
          exchange as Exchange & { modal: NonNullable<Exchange['modal']> },
          Object.fromEntries(fields),
          personOf(as),
        ),
      );
    },
    end: () => server.end(),
  };
}

/** Whether a message only says how far the work is, in whatever language. */
export function isUnderWay(text: string): boolean {
  return /^[^\n]*…(\n-# [^\n]*)?$/.test(text);
}

export function actorOf(as: As): Actor {
  const { guildId } = as;
  if (guildId === null) return { ...personOf(as), place: 'dm' };
  const guild: GuildName = guildId === ELSEWHERE ? 'other' : 'home';
  return { ...personOf(as), guild };
}

function personOf({ userId = 'moderator', locale = 'en-US' }: As): Actor {
  return { user: userId as UserName, locale };
}

function handedOver(value: unknown) {
  if (typeof value !== 'object' || value === null) return value;
  const { name, content } = value as HandedOver;
  return { filename: name, bytes: Buffer.from(content) };
}

export function kindOf(id: string): string {
  return id.split(':').slice(0, 2).join(':');
}
