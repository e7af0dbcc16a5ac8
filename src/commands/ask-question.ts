import { withoutIsolates } from '../discord/harmless.js';
import { unescapeMarkdown } from '../discord/markdown.js';
import type { ReplyBlock } from '../discord/reply.js';

// The question stands in every message about it, in no language: buttons read it there, as it is too long for a custom id. So it
// is there for as long as they are.

/** The first line of an answer. {@link questionIn} reads it back. */
export function askedLine(question: string): ReplyBlock {
  return { kind: 'text', line: [{ bold: question }] };
}

/** What the first line is, also in messages of earlier releases, in which words stood before the question. */
const ASKED = /^(?:-# [^*]*|\u200e)?\*\*(.+)\*\*$/;

/** The question of an answer, from its Markdown; `undefined` where it was too long to be shown. */
export function questionIn(shown: string): string | undefined {
  const [line = ''] = shown.split('\n');
  const [, question] = ASKED.exec(line) ?? [];
  return question === undefined ? undefined : withoutIsolates(unescapeMarkdown(question));
}
