import { copy } from '../../copy/en.js';
import { sourceRuns } from '../../discord/quotation.js';
import type { Block, Item } from '../../discord/reply.js';
import type { AnswerChange, AnswerLine, DocumentDiff, DocumentLine, Preview } from '../../library/preview.js';
import { clipLines } from './changed-lines.js';

const words = copy.knowledge.preview;
/** Items of one kind that a section has, so that several fit on a page. */
const ITEMS = 10;
/** Items of one kind that a preview has in all. */
const MOST_ITEMS = 150;
/** Changed lines of one document. */
const MOST_LINES = 8;
const MOST_IN_ANSWER = 160;

/** A preview in sections, the most telling ones first: what may be wrong, what comes and goes, which answers change. */
export function previewSections(preview: Preview): Block[][] {
  return [
    overview(preview),
    ...lists(
      words.warnings,
      preview.warnings.map((warning) => ({ line: words.warning(warning) })),
    ),
    ...lists(
      words.problems,
      preview.problems.map((problem) => ({ line: copy.problem(problem) })),
    ),
    ...lists(words.added, preview.added.map(documentItem)),
    ...lists(words.removed, preview.removed.map(documentItem)),
    ...preview.changed.map(changes),
    ...answers(preview.answers),
  ];
}

function overview({ added, changed, removed, unchanged, passages, glossaryChanged }: Preview): Block[] {
  const counts = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
  return [
    { kind: 'text', line: [{ bold: words.counts(counts) }] },
    { kind: 'text', line: words.passages(passages.before, passages.after) },
    ...(glossaryChanged ? [{ kind: 'text', line: words.glossary } as const] : []),
  ];
}

/** A list under a heading, in sections that a page can hold. */
function lists(heading: string, items: readonly Item[]): Block[][] {
  const shown = items.slice(0, MOST_ITEMS);
  const sections = Array.from({ length: Math.ceil(shown.length / ITEMS) }, (_, at): Block[] => [
    { kind: 'text', line: [{ bold: heading }] },
    { kind: 'list', items: shown.slice(at * ITEMS, (at + 1) * ITEMS) },
  ]);
  if (shown.length < items.length)
    sections.at(-1)?.push({ kind: 'small', line: words.more(items.length - shown.length) });
  return sections;
}

function documentItem({ id, title, passages, source }: DocumentLine): Item {
  const line = [{ bold: clip(title, 120) }, ' ', { code: clip(id, 80) }, ` · ${words.size(passages)}`];
  return { line: source ? [...line, ' · ', ...sourceRuns(source)] : line };
}

function changes({ title, fields, lines, moreLines }: DocumentDiff): Block[] {
  const shown = clipLines(lines.slice(0, MOST_LINES));
  const more = lines.length - shown.length + moreLines;
  return [
    { kind: 'text', line: [words.changed, { bold: clip(title, 200) }] },
    ...(shown.length > 0 ? [{ kind: 'diff', lines: shown } as const] : []),
    ...(more > 0 ? [{ kind: 'small', line: words.moreLines(more) } as const] : []),
    ...(fields.length > 0
      ? [{ kind: 'small', line: (shown.length > 0 ? words.fields : words.onlyFields)(fields) } as const]
      : []),
  ];
}

/** One question a section, as each has two excerpts. */
function answers({ compared, changed }: Preview['answers']): Block[][] {
  if (compared === 0) return [];
  const heading: Block = { kind: 'text', line: [{ bold: words.answers(changed.length, compared) }] };
  const [first = [], ...others] = changed.map(answerBlocks);
  return [[heading, ...first], ...others];
}

function answerBlocks({ question, before, after }: AnswerChange): Block[] {
  const items = [words.before + answerWords(before), words.after + answerWords(after)];
  return [
    { kind: 'text', line: clip(question, 300) },
    { kind: 'list', items: items.map((line) => ({ line })) },
  ];
}

function answerWords(answer: AnswerLine | undefined): string {
  return answer ? words.quoted(clip(answer.text, MOST_IN_ANSWER), clip(answer.document, 80)) : words.noAnswer;
}

export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
