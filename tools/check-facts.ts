import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/library/knowledge-folder.js';

/*
 * Holds the knowledge against the facts that it was written from, text files that need not be in the repository:
 *
 *   node dist/tools/check-facts.js --facts FILE… [--knowledge FOLDER]
 *
 * Prints each sentence with a figure (number, date, sum, share, code of a chip or a share) that none of the files has, and
 * each run of eight words that a sentence has in common with one of them: facts are taken over, wording is not. Names may
 * be the same, so a run that is nothing but names is none. Footnotes and addresses are not read, nor numbers that are spelt
 * out ("ten members"), as they are mostly counts over a list.
 */
const { values: options, positionals } = parseArgs({
  options: {
    facts: { type: 'string', multiple: true, default: [] },
    knowledge: { type: 'string', default: 'knowledge' },
  },
  allowPositionals: true,
});
// `--facts a.md b.md`, as a shell writes it out of `--facts *.md`.
const files = [...options.facts, ...positionals];
if (files.length === 0) {
  console.error('usage: node dist/tools/check-facts.js --facts FILE… [--knowledge FOLDER]');
  process.exit(2);
}

/** In words: what is shorter may be said in the same way by two who know the same. */
const RUN = 8;

/** Words that are written small inside a name or between two of them. */
const JOINING = new Set('a an and as at by de for from in into is of on or s the to via was with'.split(' '));

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = `(?:${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|')}|Sept)\\b\\.?`;
const UNITS =
  'percent|thousand|million|billion|trillion|times|yuan|dollars|kW|TWh|gigawatts|watts|GB|TB|TFLOPS|petaflops|nanometres?';

interface Figures {
  /** As in `17 Oct`, `Oct 2023`, `344 billion`, `910c`. */
  readonly whole: string[];
  /** The numbers in them, which a sentence may give without the rest: `17`, `2023`, `344`. */
  readonly parts: string[];
}

const facts = await Promise.all(files.map(async (file) => withoutAddresses(await readFile(file, 'utf8'))));
const known = new Set(facts.flatMap((text) => text.split('\n')).flatMap(knownBy));
const runs = new Set(
  facts.flatMap((text) => text.split('\n')).flatMap((line) => runsOf(wordsOf(line)).map(keyOf)),
);

const { documents } = await loadKnowledge({ knowledgeDir: options.knowledge });
let sentences = 0;
let withFigures = 0;
let withRuns = 0;
for (const { id, text, paragraphs } of documents) {
  for (const { start, end } of paragraphs.flatMap((paragraph) => paragraph.sentences)) {
    const sentence = text.slice(start, end);
    sentences++;
    const missing = missingFigures(sentence);
    if (missing.length > 0) {
      withFigures++;
      console.log(`${id}: ${missing.join('; ')}: in no fact: ${sentence}`);
    }
    const shared = sharedRuns(sentence);
    if (shared.length > 0) {
      withRuns++;
      console.log(`${id}: "${shared.join('", "')}": as the facts have it: ${sentence}`);
    }
  }
}
console.log(
  `${sentences} sentences against ${files.length} files: ${withFigures} with figures that are not in them, ` +
    `${withRuns} with ${RUN} words of theirs`,
);
process.exitCode = withFigures + withRuns > 0 ? 1 : 0;

/** Addresses are full of numbers, and the files number their facts: neither is a figure. */
function withoutAddresses(text: string): string {
  return text.replace(/<?https?:\/\/[^\s<>)]+>?/g, ' ').replace(/\bF\d{3}\b/g, ' ');
}

function missingFigures(sentence: string): string[] {
  return [...new Set(figuresOf(sentence).whole)].filter((figure) => !known.has(figure));
}

/** Figures and parts of a line, and each number with the units of the others: "300 petaflops, against about 180". */
function knownBy(line: string): string[] {
  const { whole, parts } = figuresOf(line);
  const units = whole.flatMap((figure) => /^[\d.]+( [a-z]+)$/.exec(figure)?.[1] ?? []);
  const numbers = whole.filter((figure) => /^[\d.]+$/.test(figure));
  return [...whole, ...parts, ...numbers.flatMap((number) => units.map((unit) => number + unit))];
}

/**
 * The figures of a text: the day with its month, the month with its year, the number with its unit, what has letters in
 * it as it is, and any other number alone.
 */
function figuresOf(text: string): Figures {
  const whole: string[] = [];
  const parts: string[] = [];
  const rest = withIsoDatesWritten(text)
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(?<=\d)\s*(?:%|per cent\b)/g, ' percent')
    .replace(/(?<=\d)\s*bn\b/g, ' billion')
    .replace(/(?<=\d)\s*W\b/g, ' watts')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    // `26-28 July 2025`, `9 and 15 July`, `9 Oct and 7 Nov 2025`, `July 2025 and May 2026`, `24 July`, `July 2025`.
    .replace(
      new RegExp(
        `((?:\\b\\d{1,2}(?:\\s*(?:-|–|,|and|or|to|until|/)\\s*))*\\b\\d{1,2}\\s+)?(${MONTH})(\\s+\\d{4}\\b)?`,
        'g',
      ),
      (match: string, days = '', name = '', year = '', at = 0, all = '') => {
        if (!days && !year) return match;
        const month = name.slice(0, 3);
        for (const day of days.match(/\d+/g) ?? []) whole.push(`${Number(day)} ${month}`);
        if (year) whole.push(`${month} ${year.trim()}`);
        else parts.push(...yearsAfter(all.slice(at + match.length)).map((later) => `${month} ${later}`));
        parts.push(...(match.match(/\d+/g) ?? []));
        return ' ; ';
      },
    );
  const number = new RegExp(
    `(?<![\\p{L}\\p{N}.])(\\d+(?:\\.\\d+)?)(?:[\\s-]+(?:(${UNITS})\\b)|(?![\\p{L}\\p{N}]))`,
    'giu',
  );
  const left = rest.replace(number, (_match, value: string, unit: string | undefined) => {
    const named = unit ? `${plain(value)} ${unit.toLowerCase()}` : plain(value);
    whole.push(named);
    parts.push(plain(value));
    return ' ; ';
  });
  // `H20`, `910C`, `6082.HK` (of which the number was taken above), `V3.2`.
  for (const [token] of left.matchAll(/[\p{Script=Latin}\p{N}]*\p{N}[\p{Script=Latin}\p{N}.]*(?<!\.)/gu)) {
    whole.push(token.toLowerCase());
  }
  return { whole, parts };
}

/** `829.90` is `829.9`, but in the ticker `0020.HK` the noughts are part of the code. */
function plain(value: string): string {
  return /^0\d/.test(value) ? value : `${Number(value)}`;
}

/** `9 Oct and 7 Nov 2025`: the year that is written once, for the months before. */
function yearsAfter(text: string): string[] {
  const year = new RegExp(
    `^[\\s\\d,/–-]*(?:(?:and|or|to|until)\\s+)?(?:\\d{1,2}\\s+)?${MONTH}\\s+(\\d{4})\\b`,
  ).exec(text)?.[1];
  return year ? [year] : [];
}

function withIsoDatesWritten(text: string): string {
  return text.replace(
    /\b(20\d\d)-(\d\d)(?:-(\d\d))?\b/g,
    (date: string, year: string, month: string, day?: string) => {
      const name = MONTHS[Number(month) - 1];
      return name ? `${day ? `${Number(day)} ` : ''}${name} ${year}` : date;
    },
  );
}

/** The letters of a text, without regard to what stands between words. */
function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

function runsOf(words: readonly string[]): string[][] {
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, at) => words.slice(at, at + RUN));
}

function keyOf(run: readonly string[]): string {
  return run.join(' ').toLowerCase();
}

/** Each stretch that a sentence shares with the facts, as long as it goes on. */
function sharedRuns(sentence: string): string[] {
  const words = wordsOf(sentence);
  const stretches: { from: number; to: number }[] = [];
  for (const [from, run] of runsOf(words).entries()) {
    if (!runs.has(keyOf(run)) || isNames(run)) continue;
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = from + RUN;
    else stretches.push({ from, to: from + RUN });
  }
  return stretches.map(({ from, to }) => words.slice(from, to).join(' '));
}

function isNames(run: readonly string[]): boolean {
  return run.every((word) => !/^\p{Ll}/u.test(word) || JOINING.has(word));
}
