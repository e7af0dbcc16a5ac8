import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js';
import type { Logger } from 'pino';
import { type Answer, answerQuestion } from '../answer/answer.js';
import { copy } from '../copy/en.js';
import { defineCommand } from '../discord/command.js';
import { quotations } from '../discord/quotation.js';
import type { Block, Quotation, Reply } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import { prepareQuestion } from '../library/aids.js';

const MOST_CHARACTERS = 500;

export const ask = defineCommand({
  definition: {
    name: 'ask',
    description: copy.ask.description,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        name: 'question',
        type: ApplicationCommandOptionType.String,
        description: copy.ask.question,
        required: true,
        max_length: MOST_CHARACTERS,
      },
      { name: 'private', type: ApplicationCommandOptionType.Boolean, description: copy.ask.private },
    ],
  },

  isPrivate: ({ options }) => options.private === true,

  async handle({ guildId, options: { question } }, { library, log }): Promise<Reply> {
    const snapshot = await library.current(guildId);
    await prepareQuestion(snapshot, question);
    const answer = answerQuestion(snapshot, question);
    log.debug({ question, kind: answer.kind, confidence: answer.confidence }, 'answered');
    // The answer does not wait for it, nor fail with it.
    library
      .noteQuestion(guildId, question, answer.kind === 'cited')
      .catch((error: unknown) => log.error({ err: error }, 'a question could not be noted'));
    return answerReply(question, answer, snapshot, log);
  },
});

function answerReply(question: string, answer: Answer, snapshot: Snapshot, log: Logger): Reply {
  const asked: Block = { kind: 'small', line: [copy.ask.asked, { bold: question }] };
  if (answer.kind === 'cited') {
    const quoted = quotations(snapshot, answer.excerpts, log);
    return { tone: 'answer', blocks: [asked, ...apart(quoted)] };
  }
  const closest = quotations(snapshot, answer.closest, log);
  const found: Block[] =
    closest.length > 0
      ? [{ kind: 'text', line: copy.ask.closest }, { kind: 'divider' }, ...apart(closest)]
      : [{ kind: 'text', line: copy.ask.nothingNear }];
  return {
    tone: 'neutral',
    blocks: [asked, { kind: 'text', line: [{ bold: copy.ask.declined }] }, ...found],
  };
}

function apart(quoted: readonly Quotation[]): Block[] {
  return quoted.flatMap((one, at): Block[] => (at === 0 ? [one] : [{ kind: 'divider' }, one]));
}
