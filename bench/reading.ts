import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDocument } from '../src/documents/read.js';
import { column, pdfFile } from '../test/support/document-files.js';
import { inventedDocuments } from './invented.js';

/*
 * How long it takes to read a document beside another version of the product, which must be built, in one process and in turn:
 *
 *   node dist/bench/reading.js --other CHECKOUT [--files FOLDER] [--rounds 15]
 *
 * Read are a page and texts of 100 KB and PDFs of 50 pages, made here, and with --files all that lies in a folder, together. The
 * figures are milliseconds of processor time, the best of all rounds, as other programs on the machine only add to it.
 */

const { values } = parseArgs({
  options: {
    other: { type: 'string' },
    files: { type: 'string' },
    rounds: { type: 'string', default: '15' },
  },
});
if (!values.other) throw new Error('--other CHECKOUT');

type Read = typeof readDocument;
interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const SIZE = 100_000;
const PAGES = 50;
const LINES_ON_PAGE = 46;
const rounds = Number(values.rounds);
const other: { readDocument: Read } = await import(resolve(values.other, 'dist/src/documents/read.js'));
/** Paragraphs of five sentences; no two are alike, so that none is taken for the head of a page. */
const paragraphs = inventedDocuments(1_000, 1).flatMap(({ text }) => text.trim().split('\n\n').slice(1));

console.log('| document | other | this | ratio |\n|---|--:|--:|--:|');
for (const [name, inputs] of documents()) {
  const [before, now] = await best([other.readDocument, readDocument], inputs);
  console.log(`| ${name} | ${before.toFixed(0)} | ${now.toFixed(0)} | ${(now / before).toFixed(2)} |`);
}

function documents(): [string, readonly Input[]][] {
  const one = (path: string, content: string | Uint8Array) => [{ path, bytes: Buffer.from(content) }];
  const [left, right] = [
    { x: 60, width: 42 },
    { x: 320, width: 42 },
  ];
  return [
    ['a page of 100 KB', one('a.html', page())],
    ['Markdown of 100 KB', one('a.md', markdown())],
    ['text of 100 KB, in lines of 72', one('a.txt', wrappedText())],
    ['a PDF of 50 pages, one column', one('a.pdf', pdf([{ x: 72, width: 80 }]))],
    ['a PDF of 50 pages, two columns', one('a.pdf', pdf([left, right]))],
    ...(values.files ? [['the files', filesIn(values.files)] satisfies [string, Input[]]] : []),
  ];
}

function filesIn(folder: string): Input[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name: path }) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/** Each paragraph laid out, as many as 100 KB hold. */
function filled(layOut: (paragraph: string, number: number) => string): string {
  let text = '';
  for (const [number, paragraph] of paragraphs.entries())
    if (text.length < SIZE) text += layOut(paragraph, number);
  return text;
}

function page(): string {
  const table = `<table>${'<tr><td>Pier</td><td>Crane</td><td>24</td></tr>'.repeat(10)}</table>`;
  const parts = filled((paragraph, number) => {
    const [first = '', second = '', ...others] = paragraph.split(/(?<=\.) /);
    const list = `<ul><li>${first}</li><li><b>One</b> ${second}</li></ul>`;
    const prose = `<p class="a">${others.join(' ')} It has 10<sup>3</sup> parts.</p>`;
    return `<h2>Part ${number}</h2>${prose}${list}${number % 10 === 0 ? table : ''}`;
  });
  const head = `<title>The harbour</title><style>${'.a{color:red}.b{margin:0}'.repeat(200)}</style>`;
  const links = `<nav>${'<a href="/x">x</a>'.repeat(100)}</nav>`;
  return `<!doctype html>${head}<body>${links}<article><h1>The harbour</h1>${parts}</article>`;
}

function markdown(): string {
  const parts = filled((paragraph, number) => {
    const [first, second, ...others] = paragraph.split(/(?<=\.) /);
    const prose = `${others.join(' ')} **Members** pay [dues](https://harbour.example/${number}).[^1]`;
    return `## Part ${number}\n\n${prose}\n\n- ${first}\n- ${second}\n\n`;
  });
  return `# The harbour\n\n${parts}[^1]: Harbour Herald, 2025, <https://herald.example/>\n`;
}

function wrappedText(): string {
  return filled((paragraph) => `${linesOf(paragraph, 72).join('\n')}\n\n`);
}

function linesOf(text: string, width: number): string[] {
  return text.match(new RegExp(String.raw`\S.{0,${width - 1}}(?=\s|$)`, 'g')) ?? [];
}

/** Columns of text below a title, page after page. */
function pdf(columns: readonly { readonly x: number; readonly width: number }[]): Uint8Array {
  const lines = linesOf(paragraphs.join(' '), columns[0]?.width ?? 80);
  const pages = Array.from({ length: PAGES }, () =>
    columns.flatMap(({ x }) => column(lines.splice(0, LINES_ON_PAGE), 700, { x, size: 9 })),
  );
  return pdfFile(pages);
}

/** Milliseconds that each of the two takes for all inputs, in turn. */
async function best(readers: readonly [Read, Read], inputs: readonly Input[]): Promise<[number, number]> {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const at of order) {
      const begun = process.cpuUsage();
      for (const input of inputs) await readers[at](input);
      least[at] = Math.min(least[at], process.cpuUsage(begun).user / 1_000);
    }
  }
  return least;
}
