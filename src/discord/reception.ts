import { setTimeout as wait } from 'node:timers/promises';
import type { BaseInteraction } from 'discord.js';
import { createArrivals } from './arrivals.js';
import type { Services } from './command.js';

/** Takes in what Discord delivers, until the bot stops. */
export interface Reception<I extends BaseInteraction> {
  /** Has an interaction answered, once however often it is delivered, unless it is too old for that. */
  receive(interaction: I): void;
  /** Resolves when nothing is being answered any more, or when so many milliseconds are over. */
  settled(atMost: number): Promise<void>;
}

/** @param answer Never rejects. */
export function createReception<I extends BaseInteraction>(
  answer: (interaction: I) => Promise<void>,
  { log, observer }: Pick<Services, 'log' | 'observer'>,
): Reception<I> {
  const judge = createArrivals();
  const underWay = new Set<Promise<void>>();
  return {
    receive(interaction) {
      const arrival = judge(interaction.id, interaction.createdTimestamp);
      if (arrival !== 'new') observer.interactionPassedOver(arrival);
      if (arrival === 'again') return log.debug('an interaction was delivered again');
      if (arrival === 'late') return log.warn('an interaction arrived too late to be answered');
      const answered = answer(interaction).finally(() => underWay.delete(answered));
      underWay.add(answered);
    },
    async settled(atMost) {
      const over = wait(atMost, 'over', { ref: false });
      while (underWay.size > 0 && (await Promise.race([Promise.all(underWay), over])) !== 'over');
    },
  };
}
