import { describe, expect, it } from 'vitest';
import { column } from '../support/document-files.js';
import { readPages, TITLE } from '../support/pdf-reading.js';

/** The text of lines with a hyphen at their ends, over other text. */
async function wordsOf(lines: readonly string[], others: readonly string[] = []): Promise<string> {
  const pages = [[TITLE, ...column(lines, 700, { size: 10 }), ...column(others, 300, { size: 10 })]];
  return (await readPages(pages)).document.text;
}

describe('a word that a hyphen divides at the end of a line', () => {
  it.each([
    [['The towns have a com-', 'mon office.'], 'a common office'],
    [['It is the alli-', 'ance of six.'], 'the alliance of six'],
    [['They set up infra-', 'structure for all.'], 'up infrastructure for'],
    [['The inter-', 'national office is new.'], 'The international office'],
    [['He spoke of re-', 'organising it.'], 'of reorganising it'],
    [['The firm Mega-', 'watt is there.'], 'firm Megawatt is'],
    // Known to nobody, and so more likely a name than a compound.
    [['In Kuala-', 'zimbi it rains.'], 'In Kualazimbi it'],
    [['In over-', 'sight of it.'], 'In oversight of'],
  ])('is made whole: %s', async (lines, words) => {
    expect(await wordsOf(lines)).toContain(words);
  });

  it.each([
    [['They use high-', 'bandwidth links.'], 'high-bandwidth links'],
    [['It is a low-', 'cost weir.'], 'a low-cost weir'],
    [['A long-', 'term plan was made.'], 'A long-term plan'],
    [['The self-', 'governing towns met.'], 'The self-governing towns'],
    [['They sell state-of-', 'the-art boats.'], 'state-of-the-art boats'],
    [['It is for non-', 'profit use.'], 'for non-profit use'],
    [['The state-', 'owned mill is old.'], 'state-owned mill'],
    [['A 12-', 'month plan was made.'], 'A 12-month plan'],
    [['The model GPT-', '4 is known.'], 'model GPT-4 is'],
    [['The Anglo-', 'French weir is old.'], 'Anglo-French weir'],
  ])('keeps the hyphen of a compound, if it is one: %s', async (lines, words) => {
    expect(await wordsOf(lines)).toContain(words);
  });

  it('is as it stands elsewhere in the file', async () => {
    const lines = ['The mill is run by the mill-', 'wright of the weir-', 'side town.'];
    expect(await wordsOf(lines, ['A weir-side town needs a millwright.'])).toContain(
      'run by the millwright of the weir-side town',
    );
  });

  it('is divided over a page', async () => {
    const first = column(['The towns have a common assem-'], 100, { size: 10 });
    const { document } = await readPages([
      [TITLE, ...first],
      column(['bly in the hall.'], 740, { size: 10 }),
    ]);
    expect(document.text).toContain('a common assembly in the hall.');
  });
});

describe('a hyphen at the end of a line', () => {
  it.each([
    [['It covers short-', 'and long-term loans of it.'], 'covers short- and long-term loans'],
    [['It is for mid-', 'to large-size firms.'], 'for mid- to large-size'],
    [
      ['See https://compact.example/town-', 'list/map.html for it.'],
      'https://compact.example/town-list/map.html',
    ],
  ])('stays where it hangs or is part of an address: %s', async (lines, words) => {
    expect(await wordsOf(lines)).toContain(words);
  });
});
