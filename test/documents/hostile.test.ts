import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { createParser } from '../../src/parsing/parsers.js';
import { docxFile, ENCRYPTED, paragraph, pdfFile } from '../support/document-files.js';

const parser = createParser({ seconds: 3, megabytes: 300 });
afterAll(() => parser.close());

const WIDE = '<div>text, <b>text</b></div>'.repeat(280_000);
const inPage = (body: string) => `<html><body>${body}</body></html>`;
const deepTables = (depth: number) =>
  '<w:tbl><w:tr><w:tc>'.repeat(depth) + paragraph('A') + '</w:tc></w:tr></w:tbl>'.repeat(depth);

/** A page of instructions that are some kilobytes as they stand, and 100 MB unpacked. */
function pdfBomb(): Uint8Array {
  const instructions = deflateSync(`BT /F1 9 Tf 1 0 0 1 72 700 Tm ${'(A) Tj '.repeat(14_000_000)} ET`);
  const room = '@'.repeat(instructions.length);
  const file = Buffer.from(pdfFile([[{ text: room, y: 700 }]])).toString('latin1');
  const start = file.indexOf('stream\n') + 'stream\n'.length;
  const end = file.indexOf('\nendstream');
  // In place of those that are there, and as long, so that the offsets in the file stay right.
  const stream = instructions.toString('latin1').padEnd(end - start, ' ');
  const filled = file.slice(0, start) + stream + file.slice(end);
  return Buffer.from(filled.replace(/<< \/Length (\d+) >>/, '<</Length $1/Filter/FlateDecode>>'), 'latin1');
}

/** Some end in one way or another, as the machine is fast or slow. */
const cases: [string, string | Uint8Array, string[]][] = [
  ['bomb.docx', docxFile(paragraph('A'.repeat(30_000_000))), ['too-large-unpacked']],
  ['tables.docx', docxFile(deepTables(5_000)), ['too-deep', 'too-slow', 'too-much-memory', 'damaged']],
  ['encrypted.pdf', pdfFile([[]], { encrypt: ENCRYPTED }), ['encrypted']],
  ['pages.pdf', pdfFile(Array.from({ length: 1_000 }, () => [{ text: 'A', y: 700 }])), ['too-many-pages']],
  ['bomb.pdf', pdfBomb(), ['too-slow', 'too-much-memory', 'too-much-text']],
  ['deep.html', inPage('<div><script>alert(1)</script>'.repeat(230_000)), ['too-deep']],
  ['unclosed.html', inPage('<p>text, <b <a "'.repeat(400_000)), ['too-deep']],
  ['wide.html', inPage(WIDE), ['too-slow', 'too-much-memory', 'too-much-text']],
  ['lists.md', '- '.repeat(4_000), ['too-deep']],
  ['marks.txt', `e${'\u0301'.repeat(100_000)}`, ['stacked-marks']],
  ['rows.txt', 'One row. '.repeat(31_000), ['too-many', 'too-slow']],
];

describe('a hostile document', () => {
  it.each(cases)('%s gives a problem that says what to do', async (path, content, kinds) => {
    const { document, problems } = await parser.document({ path, bytes: Buffer.from(content) });
    expect(document).toBeUndefined();
    expect(kinds).toContain(problems[0]?.kind);
    for (const problem of problems) expect(copy.problem(problem)).toMatch(/^\S+: .+\. .+\.$/);
  });

  it.each([
    ['line.txt', '联'.repeat(150_000), 'unbroken'],
    ['word.md', `\`\`\`\n${'a'.repeat(60_000)}\n\`\`\``, 'unbroken'],
    ['heading.md', `## ${'member '.repeat(2_000)}\n\n${'It met.\n\n'.repeat(100)}`, 'too-long'],
    ['title.md', `---\ntitle: "${'1'.repeat(250_000)}"\n---\nText.`, 'too-long'],
  ])('%s crosses to this process no larger than its text, with a remark', async (path, text, kind) => {
    const { document, problems } = await parser.document({ path, bytes: Buffer.from(text) });
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(JSON.stringify(document).length).toBeLessThan(2 * Buffer.byteLength(text) + 100 * 500);
  });

  it('does not hold up what else the process does', async () => {
    let beats = 0;
    const heart = setInterval(() => beats++, 10);
    const results = ['a.html', 'b.html'].map((path) =>
      parser.document({ path, bytes: Buffer.from(inPage(WIDE)) }),
    );
    const before = beats;
    await Promise.all(results);
    clearInterval(heart);
    // Seconds have gone by: a heart that stood still while they were read would have beaten once or twice.
    expect(beats - before).toBeGreaterThan(20);
  });

  it('leaves the next one to be read', async () => {
    const { document } = await parser.document({ path: 'good.docx', bytes: docxFile(paragraph('Text.')) });
    expect(document?.text).toBe('Text.');
  });
});
