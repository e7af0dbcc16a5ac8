import { act, get } from './api.js';
import { leavesOf } from './composer/commands.js';
import { questionsToPress } from './guide.js';

/**
 * What the bot offers to the person where they are: its commands, and questions to begin with.
 *
 * @param {ReturnType<typeof import('./visit.js').createVisit>} visit
 * @param {{ isOnline(): boolean, onChange(): void }} around
 */
export function createOffers(visit, { isOnline, onChange }) {
  let commands = [];
  let questions = [];
  /** To whom, with which commands, the questions are offered. */
  let offeredTo;

  /** What may complete an option; nothing where the bot does not say. */
  async function autocomplete(command, options, focused) {
    if (!isOnline()) return [];
    return act('autocomplete', { as: visit.as(), command, options, focused }).catch(() => []);
  }

  /** The bot is asked for them once for each person, place and language. */
  async function loadQuestions(asked) {
    const to = JSON.stringify([asked, commands, isOnline()]);
    if (to === offeredTo) return;
    offeredTo = to;
    const option = leavesOf(commands).find(({ path }) => path === 'ask')?.options[0];
    const choices = option?.autocomplete ? await autocomplete('ask', { [option.name]: '' }, option.name) : [];
    if (!visit.isStill(asked)) return;
    questions = questionsToPress(choices);
    onChange();
  }

  return {
    get commands() {
      return commands;
    },
    get leaves() {
      return leavesOf(commands);
    },
    get questions() {
      return questions;
    },
    autocomplete,
    async load() {
      const asked = visit.as();
      const found = await get(`commands?${new URLSearchParams(asked)}`).catch(() => commands);
      if (!visit.isStill(asked)) return;
      commands = found;
      onChange();
      await loadQuestions(asked);
    },
  };
}
