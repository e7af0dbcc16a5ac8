import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { docxFile, paragraph } from '../support/document-files.js';
import { outline } from '../support/documents-reading.js';

const OFFICE = 'http://schemas.openxmlformats.org';
const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
const PROSE = 'The club of the harbour has a hall, a pier and a crane, which its members use in turn.';

async function documentOf(body: string, parts: Readonly<Record<string, string>> = {}) {
  const others = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  const { document, problems } = await readDocument({ path: 'memo-v7.docx', bytes: docxFile(body, others) });
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const lines = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const bold = (text: string) => lines(run(text, '<w:b/>'));
const value = (name: string, text: string | number) => `<w:${name} w:val="${text}"/>`;

describe('words of a Word document that are not to be read', () => {
  it.each([
    ['struck', '<w:strike/>'],
    ['struck twice', '<w:dstrike/>'],
    ['hidden', '<w:vanish/>'],
    ['hidden in so many words', '<w:vanish w:val="true"></w:vanish>'],
  ])('are left out: %s', async (_, properties) => {
    const body = lines(run('The chair is '), run('Ida Holm, ', properties), run('Per Lund.'));
    expect((await documentOf(body)).text).toBe('The chair is Per Lund.');
  });

  it('are those alone', async () => {
    const body = lines(
      run('The chair is '),
      run('Per Lund.', '<w:vanish w:val="0"/><w:dstrike w:val="false"/>'),
    );
    expect((await documentOf(body)).text).toBe('The chair is Per Lund.');
  });

  it('are those whose style hides them', async () => {
    const styles =
      `<w:styles ${WORD}><w:style w:type="character" w:styleId="Old"><w:name w:val="Old words"/><w:rPr><w:vanish/></w:rPr></w:style>` +
      '<w:style w:type="character" w:styleId="Older"><w:name w:val="Older words"/><w:basedOn w:val="Old"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Editor\'s note"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const body =
      lines(run('The chair is '), run('Ida Holm, ', value('rStyle', 'Older')), run('Per Lund.')) +
      paragraph('Ask Ida.', 'Note');
    expect((await documentOf(body, { 'word/styles.xml': styles })).text).toBe('The chair is Per Lund.');
  });

  it('are deletions that are tracked, while what was put in stays', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">The dues are </w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>' +
      '<w:ins><w:r><w:t>40</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> crowns.</w:t></w:r></w:p>';
    expect((await documentOf(body)).text).toBe('The dues are 40 crowns.');
  });

  it('are the lines of its table of contents', async () => {
    const styles = ['toc 1', 'TOC Heading', 'table of figures'].map(
      (name, i) => `<w:style w:type="paragraph" w:styleId="C${i}"><w:name w:val="${name}"/></w:style>`,
    );
    const body =
      paragraph('Contents', 'C1') + paragraph('Dues 4', 'C0') + paragraph('Map 1 7', 'C2') + paragraph(PROSE);
    const document = await documentOf(body, {
      'word/styles.xml': `<w:styles ${WORD}>${styles.join('')}</w:styles>`,
    });
    expect(document.text).toBe(PROSE);
  });
});

describe('words of a Word document that stand in an element of their own', () => {
  const element = (name: string, content: string) => `<w:${name}>${content}</w:${name}>`;

  it('are those of a field, of a stretch with a direction, and below what says how they sound', async () => {
    const body =
      lines(
        run('Table '),
        `<w:fldSimple w:instr=" SEQ Table \\* ARABIC ">${run('2')}</w:fldSimple>`,
        '<w:fldSimple w:instr=" DATE "/>',
        run(' has the '),
        `<w:bdo w:val="ltr">${run('dues')}</w:bdo>`,
        run('.'),
      ) +
      lines(
        run('联盟在'),
        element('r', element('ruby', element('rt', run('hai')) + element('rubyBase', run('海')))),
        run('湾。'),
      );
    expect((await documentOf(body)).text).toBe('Table 2 has the dues.\n\n联盟在海湾。');
  });
});

describe('a table of contents in a Word document is no text', () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const entry = (text: string, page: number, before = '', after = '') =>
    `<w:p>${before}${run(text)}<w:r><w:tab/></w:r>${run(String(page))}${after}</w:p>`;
  const opened = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}`;

  it.each([
    ['in a field', entry('Dues', 4, opened) + entry('Votes', 9, '', field('end'))],
    [
      'in a field of one piece',
      lines(`<w:fldSimple w:instr=" TOC \\o ">${run('Update this table.')}</w:fldSimple>`),
    ],
    [
      'in a part of the gallery',
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
        `<w:sdtContent>${paragraph('What is where')}${paragraph('Dues 4')}</w:sdtContent></w:sdt>`,
    ],
    ['typed with dots', paragraph('Dues ........ 4') + paragraph('表决……………9')],
  ])('%s', async (_, contents) => {
    expect((await documentOf(contents + paragraph(PROSE))).text).toBe(PROSE);
  });

  it('typed below its title', async () => {
    const document = await documentOf(
      paragraph('Contents') + entry('Dues', 4) + entry('Votes', 9) + paragraph(PROSE),
    );
    expect(document.text).toBe(`Contents\n\n${PROSE}`);
  });

  it('but places to write something, and numbers behind tabs elsewhere, are', async () => {
    const document = await documentOf(
      paragraph('Signed: __________') + paragraph(PROSE) + entry('Boats', 40),
    );
    expect(document.text.split('\n\n')).toEqual(['Signed: __________', PROSE, 'Boats 40']);
  });
});

describe('raised text in a Word document', () => {
  const up = (text: string) => run(text, value('vertAlign', 'superscript'));
  const down = (text: string) => run(text, value('vertAlign', 'subscript'));

  it('is an exponent, a note, an ending or an index', async () => {
    const body = lines(
      run('It lifts 10'),
      up('3'),
      run(' kg.'),
      up('4'),
      run(' The 2'),
      up('nd'),
      run(' uses CO'),
      down('2'),
      run('.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10³ kg. The 2nd uses CO₂.');
  });
});

describe('what stands raised in a Word document without saying so itself', () => {
  const relations = `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="s" Type="${OFFICE}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

  it('is raised by its style', async () => {
    const style = `<w:style w:type="character" w:styleId="Up"><w:name w:val="Power"/><w:rPr>${value('vertAlign', 'superscript')}</w:rPr></w:style>`;
    const document = await documentOf(
      lines(run('It lifts 10'), run('12', value('rStyle', 'Up')), run(' kg.')),
      {
        'word/styles.xml': `<w:styles ${WORD}>${style}</w:styles>`,
        'word/_rels/document.xml.rels': relations,
      },
    );
    expect(document.text).toBe('It lifts 10¹² kg.');
  });

  it('is raised by its place, in small letters', async () => {
    const place = (shift: number, size: number) => value('position', shift) + value('sz', size);
    const body = lines(
      run('It lifts 10'),
      run('12', place(8, 14)),
      run(' kg in '),
      run('40', place(8, 24)),
      run(' cm.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10¹² kg in 40 cm.');
  });

  it('is a power, an index or a fraction of a formula', async () => {
    const math = (name: string, content: string) => `<m:${name}>${content}</m:${name}>`;
    const term = (text: string) => math('r', math('t', text));
    const power = math('sSup', math('e', term('10')) + math('sup', term('12')));
    const index = math('sSub', math('e', term('v')) + math('sub', term('0')));
    const half = math('f', math('num', term('1')) + math('den', term('2')));
    const formula = (content: string) =>
      math('oMath xmlns:m="urn:m"', content).replace('</m:oMath xmlns:m="urn:m">', '</m:oMath>');
    const body = lines(
      run('It lifts '),
      formula(power),
      run(' kg at '),
      formula(index),
      run(' and '),
      formula(half),
      run(' more'),
      formula(`<w:del w:id="1">${half}${term(' less')}</w:del><w:ins w:id="2">${term(' or so')}</w:ins>`),
      run('.'),
    );
    expect((await documentOf(body)).text).toBe('It lifts 10¹² kg at v₀ and 1/2 more or so.');
  });
});

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

describe('the numbers of a Word document', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}">${value('start', 1)}${value('numFmt', format)}${more}${value('lvlText', text)}</w:lvl>`;
  const numbering = (...levels: string[]) => ({
    'word/_rels/document.xml.rels':
      `<Relationships xmlns="${OFFICE}/package/2006/relationships">` +
      ['styles', 'numbering']
        .map(
          (kind) =>
            `<Relationship Id="${kind}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`,
        )
        .join('') +
      '</Relationships>',
    'word/numbering.xml':
      `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum>` +
      `<w:num w:numId="1">${value('abstractNumId', 0)}</w:num>` +
      `<w:num w:numId="2">${value('abstractNumId', 0)}<w:lvlOverride w:ilvl="0">${value('startOverride', 5)}</w:lvlOverride></w:num></w:numbering>`,
  });
  const item = (text: string, at = 0, id = 1) =>
    `<w:p><w:pPr><w:numPr>${value('ilvl', at)}${value('numId', id)}</w:numPr></w:pPr>${run(text)}</w:p>`;

  it.each([
    ['decimal', '%1.', ['1. Dues', '2. Votes']],
    ['lowerLetter', '(%1)', ['(a) Dues', '(b) Votes']],
    ['upperRoman', '%1', ['I Dues', 'II Votes']],
    ['decimalZero', '%1)', ['01) Dues', '02) Votes']],
    ['chineseCounting', '第%1条', ['第一条 Dues', '第二条 Votes']],
    ['chineseCountingThousand', '%1、', ['一、Dues', '二、Votes']],
    ['bullet', '•', ['Dues', 'Votes']],
  ])('stand in the lines of its lists: %s as %s', async (format, text, expected) => {
    const document = await documentOf(item('Dues') + item('Votes'), numbering(level(0, format, text)));
    expect(document.text.split('\n')).toEqual(expected);
  });

  it('go on over text, begin anew below another number, and where a list says so', async () => {
    const parts = numbering(
      level(0, 'decimal', '%1.'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'lowerRoman', '%3)'),
    );
    const body =
      item('Dues') +
      item('Whole', 1) +
      item('Half', 1) +
      item('By post', 2) +
      paragraph('All pay.') +
      item('Votes') +
      item('One', 1) +
      item('Exit', 0, 2) +
      item('End', 0, 2);
    const document = await documentOf(body, parts);
    expect(document.text.split(/\n+/)).toEqual([
      '1. Dues',
      '1.1 Whole',
      '1.2 Half',
      'i) By post',
      'All pay.',
      '2. Votes',
      '2.1 One',
      '5. Exit',
      '6. End',
    ]);
  });

  it('stand in its headings, whose style has them', async () => {
    const styles =
      `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>` +
      `<w:pPr><w:numPr>${value('numId', 1)}</w:numPr></w:pPr></w:style></w:styles>`;
    const body = [
      paragraph('Dues', 'Heading1'),
      paragraph(PROSE),
      paragraph('Votes', 'Heading1'),
      paragraph(PROSE),
    ];
    const document = await documentOf(body.join(''), {
      ...numbering(level(0, 'decimal', 'Part %1:')),
      'word/styles.xml': styles,
    });
    expect(outline(document).paragraphs).toEqual([
      ['Part 1: Dues', PROSE],
      ['Part 2: Votes', PROSE],
    ]);
  });

  it('are those of its lists as they are after a change that is tracked', async () => {
    const was = (properties: string) => `<w:pPrChange w:id="1"><w:pPr>${properties}</w:pPr></w:pPrChange>`;
    const numbers = (id: number) => `<w:numPr>${value('ilvl', 0)}${value('numId', id)}</w:numPr>`;
    const changed = (text: string, properties: string, before: string) =>
      `<w:p><w:pPr>${properties}${was(before)}</w:pPr>${run(text)}</w:p>`;
    const body =
      changed('Dues', '', numbers(1)) +
      changed('Votes', numbers(1), numbers(2)) +
      changed('Exit', numbers(1), '');
    const document = await documentOf(body, numbering(level(0, 'decimal', '%1.')));
    expect(document.text.split(/\n+/)).toEqual(['Dues', '1. Votes', '2. Exit']);
  });

  it('make headings of short lines by the custom of Chinese offices', async () => {
    const body =
      item('会费标准') + paragraph('会费由理事会每年三月确定。') + item('附则') + paragraph('自今日起施行。');
    const document = await documentOf(body, numbering(level(0, 'chineseCounting', '%1、')));
    expect(outline(document).paragraphs).toEqual([
      ['一、会费标准', '会费由理事会每年三月确定。'],
      ['二、附则', '自今日起施行。'],
    ]);
  });
});

describe('a table of a Word document', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

  it('says in each row and column what a merged cell says', async () => {
    const rows = [
      cell('Pier') + cell('Ships', value('gridSpan', 2)),
      cell('North', value('vMerge', 'restart')) + cell('Heron') + cell('Gull'),
      cell('', '<w:vMerge/>') + cell('Tern') + cell('Auk'),
    ];
    const document = await documentOf(
      `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>${paragraph(PROSE)}`,
    );
    expect(outline(document).paragraphs[0]).toEqual([
      'Pier | Ships | Ships\nNorth | Heron | Gull\nNorth | Tern | Auk',
    ]);
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
