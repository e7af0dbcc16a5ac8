import { z } from 'zod';
import { copy } from '../copy/en.js';
import { defineButton } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import { unescapeMarkdown } from '../discord/markdown.js';
import type { Button, Reply, ReplyBlock } from '../discord/reply.js';

/** The line of an answer that says what was asked. {@link questionIn} reads it back. */
export function askedLine(question: string): ReplyBlock {
  return { kind: 'small', line: [copy.ask.asked, { bold: question }] };
}

export const thumbs: readonly Button[] = [
  { label: copy.ask.up, customId: customId('ask', 'thumb', 'up') },
  { label: copy.ask.down, customId: customId('ask', 'thumb', 'down') },
];

/**
 * Counts a thumb, one a member. A question is too long for a custom id: it is read from the message, so that the
 * button works for as long as the message is there, and nothing has to be kept of questions that were answered.
 */
export const thumb = defineButton(
  z.tuple([z.enum(['up', 'down'])]),
  async ([direction], press, { library }) => {
    const { guildId, userId, shown } = press;
    const question = questionIn(shown);
    if (guildId === null || question === undefined) return aside(copy.reply.staleButton);
    const settings = await library.settings(guildId);
    if (settings.questionLog === false) return aside(copy.ask.notCounted);
    await library.noteThumb(guildId, settings, question, userId, direction === 'up');
    return aside(copy.ask.thanks);
  },
);

/** The question of an answer, from its Markdown; `undefined` where it was too long to be shown. */
export function questionIn(shown: string): string | undefined {
  const [line = ''] = shown.split('\n');
  const begins = `-# ${copy.ask.asked}**`;
  if (!line.startsWith(begins) || !line.endsWith('**')) return undefined;
  return unescapeMarkdown(line.slice(begins.length, -2));
}

function aside(line: string): Reply {
  return { tone: 'neutral', isAside: true, blocks: [{ kind: 'text', line }] };
}
