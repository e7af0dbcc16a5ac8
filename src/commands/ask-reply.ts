import type { Answer } from '../answer/answer.js';
import type { Excerpt } from '../answer/excerpt.js';
import { placeOf } from '../answer/place.js';
import type { Copy } from '../copy/copy.js';
import { customId } from '../discord/custom-id.js';
import { type Quoting, quotationBlocks } from '../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../discord/reply.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Snapshot } from '../index/snapshot.js';
import { placedId, type ShownExcerpts } from './ask-places.js';
import { askedLine } from './ask-question.js';

/** A question with its answer, and the documents that the answer is from. */
export interface Answered {
  readonly question: string;
  readonly answer: Answer;
  readonly snapshot: Snapshot;
  /** What one may ask next. */
  readonly related?: readonly KnownQuestion[];
}

/** Who sees an answer, and what is kept of it. */
export interface Seen {
  /** Whether anything is kept: the server keeps what its members ask, and this member did not want it to be private. */
  readonly isKept: boolean;
  /** Whether the asker alone sees it. */
  readonly isPrivate: boolean;
}

/** The answers of which members say whether they helped. */
export type Rated = Exclude<Answer['verdict'], 'none'>;

/** What related questions carry below an answer of which nothing is kept. */
export const UNKEPT = 'unkept';

/** Details that are said to be missing at most. */
const MAX_MISSING = 3;

/** The face of an answer, one for each verdict. */
export function answerReply(answered: Answered, seen: Seen, copy: Copy, quoting: Quoting): Reply {
  const { question, answer } = answered;
  const { verdict } = answer;
  if (verdict === 'none') return noAnswer(answered, seen, copy);
  return {
    tone: verdict === 'answered' ? 'answer' : 'neutral',
    blocks: [
      askedLine(question),
      ...summary(answered, copy),
      ...(verdict === 'unsure' ? [{ kind: 'text', line: [{ bold: copy.ask.unsure }] } as const] : []),
      ...(verdict === 'unsure' ? missing(answer, copy) : []),
      { kind: 'divider' },
      ...quoted(answered, copy, quoting),
      ...whatNext(answered, seen, copy),
    ],
    ...answerButtons(answered, verdict, seen, copy),
  };
}

/** What is off the subject gets the short text alone. */
function noAnswer({ question, answer }: Answered, { isKept }: Seen, copy: Copy): Reply {
  const short: ReplyBlock[] = [askedLine(question), { kind: 'text', line: [{ bold: copy.ask.none }] }];
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
export function closestReply(answered: Answered, copy: Copy, quoting: Quoting): Reply {
  const closest = quoted(answered, copy, quoting);
  const shown = shownExcerpts(answered.snapshot, answered.answer.excerpts);
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      askedLine(answered.question),
      { kind: 'text', line: closest.length > 0 ? copy.ask.closest : copy.ask.nothingNear },
      { kind: 'divider' },
      ...closest,
    ],
    buttons: shown ? excerptButtons(shown, copy) : [],
  };
}

/** How many excerpts of which documents and, where that was asked for, of what day they are. */
function summary({ answer: { excerpts, asOf }, snapshot }: Answered, copy: Copy): ReplyBlock[] {
  const day = asOf === undefined ? newestOf(excerpts) : undefined;
  const line = copy.ask.summary(excerpts.length, day, copy.ask.revision(snapshot.name));
  return [
    { kind: 'small', line },
    ...(asOf === undefined ? [] : [{ kind: 'small', line: copy.ask.asOf(asOf) } as const]),
  ];
}

/** Up to when the documents of some excerpts know, where they say so. */
export function newestOf(excerpts: readonly Excerpt[]): string | undefined {
  const days = excerpts.flatMap(({ citation }) => citation.asOf ?? []);
  return days.sort().at(-1);
}

/** Related questions, each of which is its own value: nothing else is needed to answer it. */
function whatNext({ related = [] }: Answered, { isKept }: Seen, copy: Copy): ReplyBlock[] {
  if (related.length === 0) return [];
  const options = related.map(({ question }) => ({ label: question, value: question }));
  const id = customId('ask', 'related', ...(isKept ? [] : [UNKEPT]));
  const select = { customId: id, placeholder: copy.ask.related, options };
  return [{ kind: 'divider' }, { kind: 'select', ...select }];
}

function quoted({ answer, snapshot }: Answered, copy: Copy, quoting: Quoting): ReplyBlock[] {
  return quotationBlocks(snapshot, answer.excerpts, copy, quoting);
}

function missing({ missing: details }: Answer, copy: Copy): ReplyBlock[] {
  return details.slice(0, MAX_MISSING).map((detail) => ({ kind: 'text', line: copy.ask.missing(detail) }));
}

/** Each carries where the excerpts stand, so that it is about just these for as long as they are kept. */
function answerButtons(
  { answer, snapshot }: Answered,
  verdict: Rated,
  { isKept, isPrivate }: Seen,
  copy: Copy,
): Pick<Reply, 'buttons' | 'moreButtons'> {
  const shown = shownExcerpts(snapshot, answer.excerpts);
  if (!shown) return {};
  const further = shownExcerpts(snapshot, answer.further);
  return {
    buttons: [
      ...excerptButtons(shown, copy, further),
      ...(isPrivate ? [{ label: copy.ask.share, customId: placedId('share', [verdict], shown) }] : []),
    ],
    moreButtons: isKept
      ? [
          { label: copy.ask.up, customId: placedId('thumb', ['up', verdict], shown) },
          { label: copy.ask.down, customId: placedId('thumb', ['down', verdict], shown) },
        ]
      : [],
  };
}

/** What there is to see of excerpts beside themselves. */
export function excerptButtons(shown: ShownExcerpts, copy: Copy, further?: ShownExcerpts): Button[] {
  return [
    { label: copy.ask.context, customId: placedId('context', [0], shown) },
    ...(further ? [{ label: copy.ask.more, customId: placedId('more', [0], further) }] : []),
    { label: copy.ask.cite, customId: placedId('cite', [0], shown) },
  ];
}

/** Where excerpts stand; `undefined` where there are none. */
export function shownExcerpts(
  { name, documents }: Snapshot,
  excerpts: readonly Excerpt[],
): ShownExcerpts | undefined {
  const places = excerpts.flatMap((excerpt) => placeOf(documents, excerpt) ?? []);
  return places.length > 0 ? { name, places } : undefined;
}
