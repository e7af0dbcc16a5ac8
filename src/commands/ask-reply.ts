import type { Logger } from 'pino';
import type { Answer } from '../answer/answer.js';
import type { Copy } from '../copy/copy.js';
import { customId } from '../discord/custom-id.js';
import { withoutIsolates } from '../discord/harmless.js';
import { unescapeMarkdown } from '../discord/markdown.js';
import { quotationBlocks } from '../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../discord/reply.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Snapshot } from '../index/snapshot.js';

/** A question with its answer, and the documents that the answer is from. */
export interface Answered {
  readonly question: string;
  readonly answer: Answer;
  readonly snapshot: Snapshot;
  /** What one may ask next. */
  readonly related?: readonly KnownQuestion[];
}

/** The answers of which members say whether they helped. */
export type Rated = Exclude<Answer['verdict'], 'none'>;

/** What related questions carry below an answer of which nothing is kept. */
export const UNKEPT = 'unkept';

/** Details that are said to be missing at most. */
const MAX_MISSING = 3;

/**
 * The face of an answer, one for each verdict.
 * @param isKept Whether anything is kept of the question: the server keeps what its members ask, and this member did not want
 * it to be private.
 */
export function answerReply(answered: Answered, isKept: boolean, copy: Copy, log: Logger): Reply {
  const { question, answer } = answered;
  switch (answer.verdict) {
    case 'answered':
      return {
        tone: 'answer',
        blocks: [
          askedLine(question, copy),
          ...passages(answered, copy, log),
          ...whatNext(answered, isKept, copy),
        ],
        buttons: isKept ? thumbs('answered', copy) : [],
      };
    case 'unsure':
      return {
        tone: 'neutral',
        blocks: [
          askedLine(question, copy),
          { kind: 'text', line: [{ bold: copy.ask.unsure }] },
          ...missing(answer, copy),
          ...passages(answered, copy, log),
          ...whatNext(answered, isKept, copy),
        ],
        buttons: isKept ? thumbs('unsure', copy) : [],
      };
    case 'none':
      return noAnswer(answered, isKept, copy);
  }
}

/** What is off the subject gets the short text alone. */
function noAnswer({ question, answer }: Answered, isKept: boolean, copy: Copy): Reply {
  const short: ReplyBlock[] = [askedLine(question, copy), { kind: 'text', line: [{ bold: copy.ask.none }] }];
  if (!answer.isOnSubject) return { tone: 'neutral', blocks: short };
  const advice = isKept ? `${copy.ask.next} ${copy.ask.moderatorsSee}` : copy.ask.next;
  return {
    tone: 'neutral',
    blocks: [
      ...short,
      ...missing(answer, copy),
      { kind: 'text', line: advice },
      { kind: 'text', line: copy.ask.about },
      { kind: 'list', items: copy.ask.examples.map((line) => ({ line })) },
    ],
    buttons: [{ label: copy.ask.closestButton, customId: customId('ask', 'closest') }],
  };
}

/** What comes closest to a question that has no answer, for the one who wants to see it. */
export function closestReply(answered: Answered, copy: Copy, log: Logger): Reply {
  const closest = quoted(answered, copy, log);
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      askedLine(answered.question, copy),
      { kind: 'text', line: closest.length > 0 ? copy.ask.closest : copy.ask.nothingNear },
      ...closest,
    ],
  };
}

/** The excerpts, and of what day they are where that was asked for. */
function passages(answered: Answered, copy: Copy, log: Logger): ReplyBlock[] {
  const { asOf } = answered.answer;
  return [
    ...(asOf === undefined ? [] : [{ kind: 'small', line: copy.ask.asOf(asOf) } as const]),
    ...quoted(answered, copy, log),
  ];
}

/** Related questions, each of which is its own value: nothing else is needed to answer it. */
function whatNext({ related = [] }: Answered, isKept: boolean, copy: Copy): ReplyBlock[] {
  if (related.length === 0) return [];
  const options = related.map(({ question }) => ({ label: question, value: question }));
  const id = customId('ask', 'related', ...(isKept ? [] : [UNKEPT]));
  const select = { customId: id, placeholder: copy.ask.related, options };
  return [{ kind: 'divider' }, { kind: 'select', ...select }];
}

function quoted({ answer, snapshot }: Answered, copy: Copy, log: Logger): ReplyBlock[] {
  return quotationBlocks(snapshot, answer.excerpts, copy, log);
}

function missing({ missing: details }: Answer, copy: Copy): ReplyBlock[] {
  return details.slice(0, MAX_MISSING).map((detail) => ({ kind: 'text', line: copy.ask.missing(detail) }));
}

function thumbs(verdict: Rated, copy: Copy): Button[] {
  return [
    { label: copy.ask.up, customId: customId('ask', 'thumb', 'up', verdict) },
    { label: copy.ask.down, customId: customId('ask', 'thumb', 'down', verdict) },
  ];
}

/** The line of an answer that says what was asked. {@link questionIn} reads it back. */
export function askedLine(question: string, copy: Copy): ReplyBlock {
  return { kind: 'small', line: [copy.ask.asked, { bold: question }] };
}

/**
 * The question of an answer, from its Markdown; `undefined` where it was too long to be shown. It is too long for a
 * custom id, too: read from the message it is there for as long as the buttons are.
 */
export function questionIn(shown: string): string | undefined {
  const [line = ''] = shown.split('\n');
  const [, question] = /^-# [^*]*\*\*(.+)\*\*$/.exec(line) ?? [];
  return question === undefined ? undefined : withoutIsolates(unescapeMarkdown(question));
}
