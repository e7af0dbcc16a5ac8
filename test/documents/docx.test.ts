import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { docxFile, paragraph, table } from '../support/document-files.js';
import { outline, sentences } from '../support/documents-reading.js';

const read = (bytes: Uint8Array) => readDocument({ path: 'report.docx', bytes });

async function documentOf(body: string) {
  const { document, problems } = await read(docxFile(body));
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

describe('a Word document', () => {
  it('has the title, headings, paragraphs and rows of tables that its author gave it', async () => {
    const document = await documentOf(
      paragraph('The alliance', 'Title') +
        paragraph('Founded in July. It has ten members.') +
        paragraph('Members', 'Heading1') +
        table([
          ['Name', 'Makes'],
          ['Huawei', 'Chips. Phones.'],
        ]) +
        paragraph('In Shanghai', 'Heading2') +
        paragraph('Biren &amp; others.'),
    );
    expect(outline(document)).toEqual({
      title: 'The alliance',
      paragraphs: [
        ['Founded in July. It has ten members.'],
        ['Members', 'Name | Makes\nHuawei | Chips. Phones.'],
        ['Members', 'In Shanghai', 'Biren & others.'],
      ],
    });
    expect(sentences(document)[0]).toEqual(['Founded in July.', 'It has ten members.']);
  });

  it('takes its only main heading for the title, but not the first of several', async () => {
    const heading = paragraph('Members', 'Heading1') + paragraph('Huawei.');
    expect((await documentOf(heading)).title).toBe('Members');
    expect((await documentOf(heading + heading)).title).toBe('report');
  });

  it('is damaged where it is no whole archive', async () => {
    const whole = docxFile(paragraph('Text.'));
    const damaged = { problems: [{ file: 'report.docx', kind: 'damaged', format: 'Word (.docx)' }] };
    expect(await read(whole.slice(0, -30))).toEqual(damaged);
    const { 'word/document.xml': _, ...others } = unzipSync(whole);
    expect(await read(zipSync({ ...others, 'x/word/document.xml': new Uint8Array() }))).toEqual(damaged);
    expect(await read(docxFile('<w:p>'))).toEqual(damaged);
  });

  const bomb = docxFile(paragraph('A'.repeat(21_000_000)));

  it('holds at most 20 MB unpacked, pictures included', async () => {
    const tooLarge = { problems: [{ file: 'report.docx', kind: 'too-large-unpacked', most: 20_000_000 }] };
    expect(bomb.length).toBeLessThan(50_000);
    expect(await read(bomb)).toEqual(tooLarge);
    const inPictures = docxFile(paragraph('Text.'), { 'word/media/a.png': new Uint8Array(21_000_000) });
    expect(await read(inPictures)).toEqual(tooLarge);
    const inMany = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [`word/${i}.xml`, new Uint8Array(1_000_000)]),
    );
    expect(await read(docxFile(paragraph('Text.'), inMany))).toEqual(tooLarge);
  });

  it('is not inflated to more than it declares', async () => {
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    // The sizes stand in the headers of the files and in the directory at the end.
    for (let at = 0; at < liar.length - 4; at++) {
      const kind = view.getUint32(at, true);
      const size = kind === 0x04034b50 ? at + 22 : kind === 0x02014b50 ? at + 24 : undefined;
      if (size !== undefined && view.getUint32(size, true) > 21_000_000) view.setUint32(size, 1_000, true);
    }
    const { document, problems } = await read(liar);
    expect(document).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'damaged' }]);
  });
});
