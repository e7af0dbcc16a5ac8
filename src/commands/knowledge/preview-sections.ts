import { countedDocuments, signedCounts } from '../../copy/change-words.js';
import type { Copy } from '../../copy/copy.js';
import { sourceRuns } from '../../discord/citation-line.js';
import { clip } from '../../discord/limits.js';
import type { Item, ReplyBlock } from '../../discord/reply.js';
import { inBrackets } from '../../documents/word-diff.js';
import {
  type AnswerChange,
  type AnswerLine,
  type DocumentDiff,
  type DocumentLine,
  type Opening,
  type Preview,
  questionCounts,
} from '../../library/preview.js';

/** Items of one kind in a section: few enough for several sections on a page. */
const ITEMS_PER_SECTION = 10;
/** Items of one kind that a preview has in all. */
const MAX_ITEMS = 150;
/** Changed lines: few enough for one section. */
const LINES_PER_SECTION = 6;
/** Of one of them; that of a preview which is made now is shorter. */
const MAX_CHANGED_LINE = 500;
const MAX_ANSWER_LENGTH = 160;
/** Of what a section of an added document says, a line. */
const MAX_OPENING = 300;
/** Levels of headings that are set in. */
const MAX_DEPTH = 2;
/** Known questions of one kind: few enough for one section. */
const MAX_QUESTIONS = 4;

/**
 * A preview in sections, the most important first: what may be wrong, what comes and goes, which answers change.
 * @param isPosted Whether others than moderators may read it: then questions are counted, and none is named.
 */
export function previewSections(preview: Preview, copy: Copy, isPosted = false): ReplyBlock[][] {
  const words = copy.knowledge.preview;
  return [
    overview(preview, copy),
    ...lists(
      words.warnings,
      preview.warnings.map((warning) => ({ line: words.warning(warning) })),
      copy,
    ),
    ...lists(words.problems, problems(preview.problems, isPosted, copy), copy),
    ...lists(words.added, documentItems(preview.added, copy), copy),
    ...openings(preview, copy),
    ...lists(words.removed, documentItems(preview.removed, copy), copy),
    ...preview.changed.flatMap((diff) => changes(diff, copy)),
    ...knownQuestions(preview.knownQuestions, isPosted, copy),
    ...answers(preview.answers, isPosted, copy),
  ];
}

function overview(preview: Preview, copy: Copy): ReplyBlock[] {
  const words = copy.knowledge.preview;
  const { added, changed, removed, unchanged, passages, glossaryChanged } = preview;
  const counts = { added: added.length, changed: changed.length, removed: removed.length, unchanged };
  return [
    { kind: 'text', line: [{ bold: countedDocuments(counts, copy.changes).join(' · ') }] },
    { kind: 'text', line: words.passages(passages.before, passages.after) },
    ...(glossaryChanged ? [{ kind: 'text', line: words.glossary } as const] : []),
  ];
}

function problems(all: Preview['problems'], isPosted: boolean, copy: Copy): Item[] {
  const named = isPosted ? all.filter(({ kind }) => kind !== 'known-question') : all;
  const counted = all.length - named.length;
  return [
    ...named.map((problem) => ({ line: copy.problem(problem) })),
    ...(counted > 0 ? [{ line: copy.knowledge.preview.questionProblems(counted) }] : []),
  ];
}

/** A list under a heading, in sections that a page can hold. */
function lists(heading: string, items: readonly Item[], copy: Copy): ReplyBlock[][] {
  const shown = items.slice(0, MAX_ITEMS);
  const sections = Array.from(
    { length: Math.ceil(shown.length / ITEMS_PER_SECTION) },
    (_, at): ReplyBlock[] => [
      { kind: 'text', line: [{ bold: heading }] },
      { kind: 'list', items: shown.slice(at * ITEMS_PER_SECTION, (at + 1) * ITEMS_PER_SECTION) },
    ],
  );
  if (shown.length < items.length)
    sections.at(-1)?.push({ kind: 'small', line: copy.knowledge.preview.more(items.length - shown.length) });
  return sections;
}

/** How many known questions come, go and change, with the first of each. */
function knownQuestions(changed: Preview['knownQuestions'], isPosted: boolean, copy: Copy): ReplyBlock[][] {
  const words = copy.knowledge.preview;
  const kinds = ['added', 'removed', 'changed'] as const;
  const signed = signedCounts(questionCounts(changed));
  if (signed === '') return [];
  const heading = words.knownQuestions(signed);
  if (isPosted) return [[{ kind: 'text', line: [{ bold: heading }] }]];
  const items = kinds.flatMap((kind) =>
    changed[kind].first.slice(0, MAX_QUESTIONS).map((question) => ({
      line: words.wording[kind] + clip(question, 200),
    })),
  );
  const more = kinds.reduce((sum, kind) => sum + changed[kind].count, 0) - items.length;
  return [
    [
      { kind: 'text', line: [{ bold: heading }] },
      { kind: 'list', items },
      ...(more > 0 ? [{ kind: 'small', line: words.moreQuestions(more) } as const] : []),
    ],
  ];
}

function documentItems(documents: readonly DocumentLine[], copy: Copy): Item[] {
  return documents.map(({ id, title, passages, source }) => {
    const size = copy.knowledge.preview.size(passages);
    const line = [{ bold: clip(title, 120) }, ' ', { code: clip(id, 80) }, ` · ${size}`];
    return { line: source ? [...line, ' · ', ...sourceRuns(source, copy), ...siteRuns(source)] : line };
  });
}

/** Where the link of a source leads, where its publisher is not that site: a file may say that it is of any. */
function siteRuns({ url, publisher = '' }: NonNullable<DocumentLine['source']>): string[] {
  const site = url !== undefined && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
  const isNamed = publisher === site || publisher.endsWith(`(${site})`);
  return site === '' || isNamed ? [] : [` (${site})`];
}

/** What an added document says, section by section, so that nobody publishes what they have not seen. */
function openings({ openings: shown, moreOpenings }: Preview, copy: Copy): ReplyBlock[][] {
  const words = copy.knowledge.preview;
  return shown.map((opening, at): ReplyBlock[] => [
    ...(at === 0 ? [{ kind: 'text', line: [{ bold: words.says }] } as const] : []),
    { kind: 'list', items: openingItems(opening) },
    ...(at === shown.length - 1 && moreOpenings > 0
      ? [{ kind: 'small', line: words.moreOpenings(moreOpenings) } as const]
      : []),
  ]);
}

/** What stands before the first heading has none over it. */
function openingItems({ heading, depth, lines }: Opening): Item[] {
  const above =
    heading === '' ? [] : [{ line: [{ bold: clip(heading, 200) }], depth: Math.min(depth, MAX_DEPTH) }];
  const below = heading === '' ? 0 : Math.min(depth, MAX_DEPTH) + 1;
  return [...above, ...lines.map((line) => ({ line: clip(line, MAX_OPENING), depth: below }))];
}

/** How a document changes, in as many sections as its lines take. */
function changes({ title, fields, lines, moreLines }: DocumentDiff, copy: Copy): ReplyBlock[][] {
  const words = copy.knowledge.preview;
  const shown = lines.map((line) => ({ sign: line.sign, text: clip(inBrackets(line), MAX_CHANGED_LINE) }));
  const heading: ReplyBlock = { kind: 'text', line: [words.changed, { bold: clip(title, 200) }] };
  const sections = Array.from(
    { length: Math.max(1, Math.ceil(shown.length / LINES_PER_SECTION)) },
    (_, at): ReplyBlock[] => {
      const some = shown.slice(at * LINES_PER_SECTION, (at + 1) * LINES_PER_SECTION);
      return [
        ...(at === 0 ? [heading] : []),
        ...(some.length > 0 ? [{ kind: 'diff', lines: some } as const] : []),
      ];
    },
  );
  const below: ReplyBlock[] = [
    ...(moreLines > 0 ? [{ kind: 'small', line: words.moreLines(moreLines) } as const] : []),
    ...(fields.length > 0
      ? [{ kind: 'small', line: (shown.length > 0 ? words.fields : words.onlyFields)(fields) } as const]
      : []),
  ];
  sections.at(-1)?.push(...below);
  return sections;
}

/** One question to a section, as each has two excerpts. */
function answers({ compared, changed }: Preview['answers'], isPosted: boolean, copy: Copy): ReplyBlock[][] {
  if (compared === 0) return [];
  const counted = copy.knowledge.preview.answers(changed.length, compared);
  const heading: ReplyBlock = { kind: 'text', line: [{ bold: counted }] };
  if (isPosted) return [[heading]];
  const [first = [], ...others] = changed.map((change) => answerBlocks(change, copy));
  return [[heading, ...first], ...others];
}

function answerBlocks({ question, before, after }: AnswerChange, copy: Copy): ReplyBlock[] {
  const words = copy.knowledge.preview;
  const items = [words.before + answerWords(before, copy), words.after + answerWords(after, copy)];
  return [
    { kind: 'text', line: clip(question, 300) },
    { kind: 'list', items: items.map((line) => ({ line })) },
  ];
}

function answerWords(answer: AnswerLine | undefined, copy: Copy): string {
  const words = copy.knowledge.preview;
  if (!answer) return words.noAnswer;
  const { verdict, text, document } = answer;
  return words.quoted[verdict](clip(text, MAX_ANSWER_LENGTH), clip(document, 80));
}
