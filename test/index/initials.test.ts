import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/index/query/question.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const snapshot = await snapshotOfParagraphs([
  'The Model-Chip Ecosystem Innovation Alliance meets in June.',
  'The Ministry of Rivers and Lakes counts eels.',
  'A gross domestic product of nine billion was reported.',
  'Quick river ferries run on Sundays.',
  'The Zhu Foundation for Trees (ZFT) pays. ZFT has offices.',
  'The fleet of the OOK is old.',
  'Green tea boats and grey tin barns; some great tall bells; a good trade bureau.',
  'Vouchers go to small and medium-sized enterprises.',
  'A memorandum of understanding was signed, and the UAE lent money.',
]);

async function ways(question: string): Promise<string[]> {
  const { groups } = await readQuestion(snapshot, question);
  return groups.map(({ variants }) =>
    variants
      .filter(({ origin }) => origin !== 'related')
      .map(({ terms }) => terms.join(' '))
      .join(' | '),
  );
}

describe('initials', () => {
  it.each([
    ['MCEIA', 'mceia | model chip ecosystem innov allianc'],
    ['MRL', 'mrl | ministri river lake'],
    ['ZFT', 'zft | zhu foundat tree'],
    ['QRF', 'qrf | quick river ferri'],
    ['GDP', 'gdp | gross domest product'],
    ['SMEs', 'sme | small medium size enterpr | small medium size busi'],
    ['MoU', 'mou | memorandum understand'],
  ])('%s is found by its long form', async (asked, expected) => {
    expect(await ways(asked)).toEqual([expected]);
  });

  it.each([
    ['United Arab Emirates', 'unit arab emir | uae'],
    ['memorandum of understanding', 'memorandum understand | mou'],
    ['Otter Orchestra Kunming', 'otter orchestra kunm | ook'],
  ])('%s is found by its initials', async (asked, expected) => {
    expect(await ways(asked)).toEqual([expected]);
  });

  it('stand for nothing where several phrases without capitals begin with the letters', async () => {
    expect(await ways('GTB')).toEqual(['gtb']);
  });

  it('stand for nothing where documents have them without an explanation', async () => {
    const other = await snapshotOfParagraphs(['The QRF sank.', 'Quick River Ferries run.']);
    const { groups } = await readQuestion(other, 'QRF');
    expect(groups[0]?.variants).toHaveLength(1);
  });

  it('are not looked for in words, nor in names of one letter or of many', async () => {
    expect(await ways('Q')).toEqual(['q']);
    expect(await ways('Quarterly')).toEqual(['quarter']);
    expect(await ways('ABCDEFGHIJ')).toEqual(['abcdefghij']);
  });
});
