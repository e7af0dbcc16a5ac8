import { describe, expect, it } from 'vitest';
import { paragraph } from '../support/document-files.js';
import { outline } from '../support/documents-reading.js';
import { documentOf, OFFICE, PROSE, run, value, WORD } from '../support/word-files.js';

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
