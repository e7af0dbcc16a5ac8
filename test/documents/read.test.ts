import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { describeFormat, documentId, hasDocumentName } from '../../src/documents/formats/formats.js';
import { readDocument } from '../../src/documents/read.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (path: string, text: string) => readDocument({ path, bytes: bytesOf(text) });

describe('readDocument', () => {
  it('names a document by its path without extension, in NFC', async () => {
    const decomposed = 'Übersicht'.normalize('NFD');
    const { document } = await read(`a/${decomposed}.v2.MD`, 'Text.');
    expect(document?.id).toBe('a/Übersicht.v2'.normalize('NFC'));
    expect(documentId('.hidden/readme')).toBe('.hidden/readme');
    const names = [
      'a.md',
      'a.markdown',
      'a/b.TXT',
      'a.pdf',
      'a.docx',
      'a.htm',
      'a.png',
      'md',
      '.md',
      'a.md/b',
    ];
    expect(names.filter(hasDocumentName)).toEqual(names.slice(0, 6));
  });

  it.each([
    ['not-utf8', 2, [...Buffer.from('line\nHuawei '), 0xe4, 0xbd]],
    ['not-utf8', 3, [...Buffer.from('华为\n\n'), 0xff, ...Buffer.from('\n\n')]],
    ['nul-bytes', 2, [...Buffer.from('line\nHua\0wei')]],
    ['nul-bytes', 1, [...Buffer.from('\ufeffUTF\0', 'utf16le')]],
    // U+4E0A has the byte of a line end.
    ['nul-bytes', 2, [...Buffer.from('\ufeff上海\n上\0', 'utf16le')]],
  ])('reports %s on line %i', async (kind, line, bytes) => {
    expect(await readDocument({ path: 'a.txt', bytes: Uint8Array.from(bytes) })).toEqual({
      problems: [{ file: 'a.txt', kind, line }],
    });
  });

  it('reports a file that is too large, of an unknown format, or without a paragraph', async () => {
    const large = await read('a.md', 'a'.repeat(describeFormat('markdown').maxBytes + 1));
    expect(large.problems).toMatchObject([{ kind: 'too-large', most: 2_000_000 }]);
    expect((await read('a.png', '\x89PNG\0')).problems).toEqual([
      { file: 'a.png', kind: 'unknown-format', extension: '.png' },
    ]);
    for (const text of ['', ' \n\t\n', '\ufeff']) {
      expect((await read('a.txt', text)).problems).toEqual([{ file: 'a.txt', kind: 'empty' }]);
      expect((await read('a.md', text)).problems).toEqual([{ file: 'a.md', kind: 'empty' }]);
    }
    const withoutBody = '---\ntitle: T\n---\n# T\n\n<!-- nothing -->\n\n[^a]: A, 2025';
    expect((await read('a.md', withoutBody)).problems).toEqual([{ file: 'a.md', kind: 'empty' }]);
  });

  it('refuses lists and quotations in one another by the thousand at once', async () => {
    for (const nest of ['- ', '> ', '1. ', '>- ', '* ']) {
      const { document, problems } = await read('a.md', `Text.\n\n${nest.repeat(8_000 / nest.length)}x`);
      expect(document).toBeUndefined();
      expect(problems).toEqual([{ file: 'a.md', line: 3, kind: 'too-deep' }]);
    }
    expect((await read('a.md', `${'> '.repeat(30)}x`)).document?.text).toBe('x');
  });

  const bits = [
    '# ',
    '- ',
    '1. ',
    '> ',
    '| a |',
    '|---|',
    '\n',
    '\n\n',
    '[^a]',
    '[^a]: ',
    '---\n',
    'title: ',
    '<b>',
  ];
  const words = [
    ...bits,
    '![',
    '](',
    '`',
    '*',
    '_',
    'word ',
    'The U.S. ',
    'A sentence. ',
    '华为。',
    '\r\n',
    '\t',
    '  ',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...words, '===', '😀', 'n.d.', '<https://a.org>'), { maxLength: 80 })
      .map((all) => all.join('')),
  );
  const paths = fc.oneof(fc.constantFrom('a.md', 'b/c.txt', 'd.html'), fc.string({ unit: 'grapheme' }));

  it('never throws, and gives a document or a problem', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      texts.map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(paths, bytes, async (path, content) => {
        const { document, problems } = await readDocument({ path, bytes: content });
        expect(document !== undefined || problems.length > 0).toBe(true);
        for (const problem of problems) {
          expect(problem.file).toBe(path);
          expect(problem.line ?? 1).toBeGreaterThan(0);
        }
        if (document) expect(structuralFaults(document)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('reads a plain text file as itself', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { document } = await read('a.txt', text);
        if (document) expect(document.text).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
      }),
    );
  });
});

/** What every document must hold, whatever it was read from. */
function structuralFaults({ id, text, paragraphs, references }: Document): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => !holds && faults.push(fault);
  check(id === id.normalize('NFC'), 'the id is in NFC');
  let before = 0;
  paragraphs.forEach(({ number, start, end, sentences }, position) => {
    check(number === position + 1, 'paragraphs are numbered from 1');
    check(start >= before && start < end && end <= text.length, 'paragraphs are in order');
    check(text.slice(start, end).trim() === text.slice(start, end), 'paragraphs are trimmed');
    check(sentences[0]?.start === start && sentences.at(-1)?.end === end, 'sentences fill the paragraph');
    let covered = start;
    for (const sentence of sentences) {
      const words = text.slice(sentence.start, sentence.end);
      check(
        sentence.start >= covered && words.length > 0 && words.trim() === words,
        'sentences are in order',
      );
      check(text.slice(covered, sentence.start).trim() === '', 'sentences leave nothing out');
      check(
        sentence.references.every((reference) => references[reference] !== undefined),
        'references exist',
      );
      covered = sentence.end;
    }
    before = end;
  });
  return faults;
}
