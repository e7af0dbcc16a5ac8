import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/documents/sentences.js';
import { sentences } from '../support/documents-reading.js';
import { inPage, linesIn, pageOf, paragraphsIn } from '../support/pages.js';

const sentencesOf = (pre: string) =>
  sentences(pageOf(inPage(`<pre>${pre}</pre>`, '<title>T</title>'))).flat();

describe('prose that is preformatted', () => {
  it('has whole sentences where lines were broken by hand, as in a register', () => {
    const register =
      '[Gazette Volume 7, Number 2]\n[Notices]\n\nPORT OFFICE\n\nSUMMARY: The office changes its rules on cranes. The rules cover\n' +
      'cranes that were built after the great flood, and they do not cover\ncranes that were built before it. They apply from May.\n';
    expect(sentencesOf(register)).toContain(
      'The rules cover cranes that were built after the great flood, and they do not cover cranes that were built before it.',
    );
  });

  it('is indented as in drafts of standards, and goes on over the end of a page', () => {
    const draft =
      '1.  Scope\n\n   This memo describes how ships ask a pier for a berth, and how the pier\n   answers them.  A ship that gets no answer asks again after\n\n\n\n' +
      'Lund                        Informational                      [Page 1]\n\fRFC 9999                      Berths                       May 2025\n\n\n' +
      '   an hour, and after that it waits outside the harbour until it is called.\n';
    expect(sentencesOf(draft)).toEqual([
      'This memo describes how ships ask a pier for a berth, and how the pier answers them.',
      'A ship that gets no answer asks again after an hour, and after that it waits outside the harbour until it is called.',
    ]);
  });

  it('goes on over the number of a page, and has exponents and notes as registers write them', () => {
    const register =
      'The rule covers machines that make more than 10\\26\\ steps in a year, and\nthose that are sold to be used together in one hall,\n\n[[Page 4545]]\n\n' +
      'or in several halls that belong to the same owner.\\12\\ The office asks for\nremarks on this number.\n';
    expect(sentencesOf(register)).toEqual([
      'The rule covers machines that make more than 10²⁶ steps in a year, and those that are sold to be used together in one hall, or in several halls that belong to the same owner.',
      'The office asks for remarks on this number.',
    ]);
  });

  it('is Chinese, too', () => {
    const text =
      '联盟的章程规定每家企业每年应当在三月底以前缴纳会费，逾期两年未缴纳的，经过\n理事会表决，可以除名，但是企业在三个月以内补缴的，可以恢复其会员资格，并由秘书\n处通知全体会员。\n';
    expect(sentencesOf(text)).toEqual([text.replaceAll('\n', '')]);
  });

  it('keeps the lines of tables in it', () => {
    const text =
      'The harbour had more ships in the second year than it had in the first one, as\nthe table below shows for each of its piers.\n\n' +
      'Pier          First year    Second year\nNorth               120            140\nSouth                80            100\n';
    expect(linesIn(`<pre>${text}</pre>`).slice(1)).toEqual([
      'Pier          First year    Second year',
      'North               120            140',
      'South                80            100',
    ]);
  });
});

describe('code', () => {
  it.each([
    [
      'calls',
      'const ships = await harbour.list({ year: 2025, pier: "north" });\nfor (const ship of ships) console.log(ship.name);',
    ],
    [
      'commands',
      '$ berth push --all to the harbour of the old town\nasking the pier for the next free berth today\nadded 1 berth with 2 ships to the list of ships',
    ],
    ['a list of settings', 'pier = north\ncranes = 2\nopen = yes'],
    ['verses', 'The ships go out,\nthe ships come in,\nand no one sees\nwhere they have been.'],
    [
      'marked words',
      '<code>the text of a program can be written as a sentence is,\nand it is still a program</code>',
    ],
  ])('has a line for each of its own: %s', (_, code) => {
    const lines = code.replace(/<\/?code>/g, '').split('\n');
    expect(paragraphsIn(`<pre>${code}</pre>`)).toEqual([[lines.join('\n')]]);
  });

  it('is one sentence a line, whatever stands in it', () => {
    const line = 'The chip. Another one! A third?';
    expect(splitSentences(line)).toHaveLength(3);
    expect(sentencesOf(`${line}\nx = 1;\ny = 2;`)).toEqual([line, 'x = 1;', 'y = 2;']);
  });
});

describe('words in preformatted prose', () => {
  it('are whole where a hyphen divides them at the end of a line, but for compounds', () => {
    const pre =
      '\nThe secretary keeps a list of the boats, and it is the respon-\nsibility of the members to report a change of owner to the long-\nterm office within ten days of it.\n';
    expect(sentencesOf(pre)).toEqual([
      'The secretary keeps a list of the boats, and it is the responsibility of the members to report a change of owner to the long-term office within ten days of it.',
    ]);
  });
});
