import { describe, expect, it } from 'vitest';
import { paragraph } from '../support/document-files.js';
import { outline } from '../support/documents-reading.js';
import { bold, documentOf, OFFICE, PROSE, run, value, WORD } from '../support/word-files.js';

describe('headings of a Word document', () => {
  it('in bold are there below a title that has its style', async () => {
    const styles = `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>`;
    const { title, paragraphs } = await documentOf(
      paragraph('The Club', 'T') + bold('Dues') + paragraph(PROSE),
      {
        'word/styles.xml': styles,
      },
    );
    expect([title, paragraphs[0]?.headings]).toEqual(['The Club', ['Dues']]);
  });
});

describe('the title and headings of a Word document', () => {
  const core = (properties: string) => ({
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`,
  });

  it('are what its properties say, with author and day', async () => {
    const properties =
      '<dc:title>Dues &amp; votes</dc:title><dc:creator>Per Lund</dc:creator>' +
      '<dcterms:created>2025-05-02T08:00:00Z</dcterms:created><dcterms:modified>2025-05-04T20:00:00Z</dcterms:modified>';
    expect(await documentOf(paragraph(PROSE), core(properties))).toMatchObject({
      title: 'Dues & votes',
      source: { author: 'Per Lund', published: '2025-05-04' },
    });
  });

  it.each([
    '<dc:title>Microsoft Word - memo.doc</dc:title>',
    '<dc:title>Document1</dc:title>',
    '<dc:title>memo-v7.docx</dc:title>',
    '<dc:title>ARRAY(0x2c7cf020)</dc:title>',
    '<dc:creator>utilisateur</dc:creator>',
    '<dc:title>文档1</dc:title>',
    '<dc:title></dc:title>',
    '<dc:creator>Microsoft Office User</dc:creator>',
    '<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>',
    '<dcterms:created>2013-12-23T23:15:00Z</dcterms:created><dcterms:modified>2025-05-04T20:00:00Z</dcterms:modified>',
  ])('are not what a program has put there: %s', async (properties) => {
    const { title, source } = await documentOf(paragraph(PROSE), core(properties));
    expect({ title, source }).toEqual({ title: 'memo-v7', source: undefined });
  });

  it('are rather what the text says, be the title in two lines', async () => {
    const properties = core('<dc:title>Template for letters</dc:title>');
    const title = paragraph('海湾市关于共用测试场', 'Title') + paragraph('的若干措施', 'Title');
    expect(outline(await documentOf(title + paragraph(PROSE), properties))).toEqual({
      title: '海湾市关于共用测试场的若干措施',
      paragraphs: [[PROSE]],
    });
    expect((await documentOf(paragraph('The dues', 'Heading1') + paragraph(PROSE), properties)).title).toBe(
      'The dues',
    );
  });

  it('are lines in bold where nothing else is', async () => {
    const body =
      bold('Rules of the club of') + bold('the harbour') + paragraph(PROSE) + bold('Dues') + paragraph(PROSE);
    expect(outline(await documentOf(body))).toEqual({
      title: 'Rules of the club of the harbour',
      paragraphs: [[PROSE], ['Dues', PROSE]],
    });
  });

  it('are not lines in bold that are sentences, or stand above no text', async () => {
    const body = paragraph(PROSE) + bold('All pay.') + paragraph(PROSE) + bold('Ida Holm') + bold('Per Lund');
    expect(outline(await documentOf(body)).paragraphs).toEqual([
      [PROSE],
      ['All pay.'],
      [PROSE],
      ['Ida Holm'],
      ['Per Lund'],
    ]);
  });

  it('are told by the level in the outline, of a style or of the paragraph itself', async () => {
    const styles =
      `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Teil"/><w:pPr>${value('outlineLvl', 0)}</w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="Teilchen"/><w:basedOn w:val="Part"/><w:pPr>${value('outlineLvl', 1)}</w:pPr></w:style></w:styles>`;
    const direct = `<w:p><w:pPr>${value('outlineLvl', 2)}</w:pPr>${run('In May')}</w:p>`;
    const body = [
      paragraph('Dues', 'Part'),
      paragraph(PROSE),
      paragraph('Votes', 'Part'),
      paragraph('Post', 'Small'),
      direct,
      paragraph(PROSE),
    ];
    const document = await documentOf(body.join(''), { 'word/styles.xml': styles });
    expect(outline(document).paragraphs).toEqual([
      ['Dues', PROSE],
      ['Votes', 'Post', 'In May', PROSE],
    ]);
  });
});
