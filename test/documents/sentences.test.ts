import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/documents/sentences.js';
import { slices } from '../support/documents-reading.js';

const split = (text: string) => slices(text, splitSentences(text));

/** The text of each case is the sentences joined by a space; splitting must give them back. */
function holds(...sentences: string[]) {
  expect(split(sentences.join(' '))).toEqual(sentences);
}

/** Texts of the languages, kinds and places where ends of sentences are hard to tell. */
const pairs = readFileSync('test/documents/sentence-pairs.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('splitSentences', () => {
  it.each(pairs)('splits %s', (line) => {
    expect(split(line.replaceAll(' | ', ' ').replaceAll('¦', ''))).toEqual(line.split(/ \| |¦/));
  });

  it('ends a sentence at a full stop, a question mark, an exclamation mark and an ellipsis', () => {
    holds('Huawei makes chips.', 'Does it?', 'It does!', 'Really?!', 'And so on...', 'Wait…', 'What?');
  });

  it('goes on after titles, initials and names of streets and saints', () => {
    holds('Dr. Li and Mr. J. Smith met Gen. George W. Bush in St. Petersburg.', 'They talked.');
    holds('The paper is by K. He and co-authors.', 'It is from 2016.');
  });

  it('goes on after months, numbers and abbreviations of places in a text', () => {
    holds('It rose on Jan. 5 and fell on Sept. 3, see Fig. 2 and pp. 4–6 in No. 5.', 'Then it ended.');
    holds('It rose by 3.5 percent to $1.2 billion.', 'Shares of 688256.SH fell.');
  });

  it('ends where the word before a number is no abbreviation of one', () => {
    holds('It was built in 2024.', '2025 was better.');
    holds('The answer was no.', 'Nobody asked again.');
    holds('It began in Jan.', 'The rest is known.');
  });

  it('goes on after the name of a company or country, unless a word follows that begins sentences', () => {
    holds(
      'The U.S. Department of Commerce added Huawei Technologies Co. Ltd. to a list.',
      'It did so again.',
    );
    holds('Rules came from the U.S.', 'The alliance answered.');
    holds('They were made by Apple Inc.', 'It fell.', 'The meeting was at 5 p.m.', 'However, few came.');
  });

  it('goes on after abbreviations of the language, also before a capital letter', () => {
    holds(
      'Some makers, e.g. Huawei and i.e. Cambricon, vs. Nvidia, are known, as in Roe v. Wade.',
      'Others are not.',
    );
  });

  it('ends before a name with a small first letter', () => {
    holds('It is in Hefei.', 'iFlytek makes models.', 'The chip is sold out.', 'iPhones are not.');
  });

  it('keeps closing quotation marks and brackets with the sentence and opening ones with the next', () => {
    holds('He said: “Go.”', '“No,” she said.', '(They stayed.)', '[All of them.]', '"Why?" he asked.');
    expect(split('他们来了。“好！”她说（对。）然后走了。')).toEqual([
      '他们来了。',
      '“好！”她说（对。）',
      '然后走了。',
    ]);
  });

  it('ends a Chinese sentence without a space', () => {
    expect(split('华为发布了昇腾910C！真的吗？是的。')).toEqual([
      '华为发布了昇腾910C！',
      '真的吗？',
      '是的。',
    ]);
  });

  it('keeps the number of an item with its sentence', () => {
    holds('1. The first item.', '2. The second one.');
  });

  it('takes a line break for a space, as hard-wrapped text has them anywhere', () => {
    expect(split('One sentence on\r\ntwo lines. Another\none.')).toEqual([
      'One sentence on\r\ntwo lines.',
      'Another\none.',
    ]);
  });

  it('gives nothing for white space and all of a text without an end', () => {
    expect(split(' \n\t ')).toEqual([]);
    expect(split('  no end ')).toEqual(['no end']);
  });

  it('sees the ends of sentences across its windows, and cuts what has none at a word', () => {
    const sentence = 'The alliance of makers of chips and models met in Shanghai today.';
    holds(...Array<string>(400).fill(sentence));
    const endless = split('word '.repeat(3_000));
    expect(new Set(endless.join(' ').split(' '))).toEqual(new Set(['word']));
    expect(split('😀'.repeat(9_000)).join('')).toBe('😀'.repeat(9_000));
  });

  it('gives trimmed spans in order that cover everything but white space', () => {
    const words = fc.constantFrom(
      ...[
        'U.S.',
        'The',
        'Jan.',
        '5',
        '。',
        '“',
        '”',
        ' ',
        ' ',
        '\n',
        'a',
        'He',
        '?',
        '!',
        '…',
        '(',
        ')',
        '😀',
        'iX',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let covered = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeLessThan(end);
          expect(text.slice(covered, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          covered = end;
        }
        expect(text.slice(covered).trim()).toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
