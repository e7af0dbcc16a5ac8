import { describe, expect, it } from 'vitest';
import { paragraph } from '../support/document-files.js';
import { outline } from '../support/documents-reading.js';
import { documentOf, lines, PROSE, run, value, WORD } from '../support/word-files.js';

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
