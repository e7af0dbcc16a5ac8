import { describe, expect, it } from 'vitest';
import { addsNoFact, disagreement } from '../../src/answer/differing-facts.js';
import { factsOf } from '../../src/answer/sentence-facts.js';

const between = (a: string, b: string) => [
  disagreement(factsOf(a), factsOf(b)),
  disagreement(factsOf(b), factsOf(a)),
];

describe('disagreement', () => {
  it.each([
    [
      'The Lotus club has 40 member firms.',
      'The Lotus club has ninety member firms, most of them from Hefei.',
    ],
    ['The Lotus club now has 90 member firms.', 'The Lotus club has 40 member firms.'],
    ['According to the Gazette, the club has 40 member firms.', 'The club has 90 member firms, it says.'],
    ['The fund invested $5 billion in chip makers.', 'The fund invested $7 billion in chip makers.'],
    ['Turnover at Lotus grew by 12% in May.', 'Turnover at Lotus grew by 15 per cent in May.'],
    [
      'Fourteen firms signed the Delta Pact on 1 April 2025.',
      'Sixteen firms signed the Delta Pact on 1 April 2025.',
    ],
    ['港湾联盟有40家成员企业。', '港湾联盟有90家成员企业。'],
    ['港湾联盟有三百家成员企业。', '港湾联盟有两千家成员企业。'],
    ['The fund invested €5 million in chip makers.', 'The fund invested 7 million euros in chip makers.'],
    ['The fund invested 1.5bn yuan in chip makers.', 'The fund invested 3 billion yuan in chip makers.'],
  ])('sees another number of the same thing: %s %s', (a, b) => {
    expect(between(a, b)).toEqual(['sources', 'sources']);
  });

  it.each([
    ['The harbour alliance was founded on 3 May 2024.', 'The harbour alliance was founded on 5 June 2024.'],
    ['The Taihu 950 is due in 2026.', 'The Taihu 950 is due in 2027.'],
    ['The Taihu 950 is due in the first half of 2026.', 'The Taihu 950 is due in the third quarter of 2026.'],
    ['The harbour alliance was founded on 3 May.', 'The harbour alliance was founded on 5 June.'],
    [
      'The director of the institute is Lin Mei.',
      'The director of the institute is Zhao Bo, who followed Lin Mei.',
    ],
    ['港湾算力联盟的秘书长是王芳。', '港湾算力联盟的秘书长是刘洋。'],
  ])('sees another date or name: %s %s', (a, b) => {
    expect(between(a, b)).toEqual(['sources', 'sources']);
  });

  it('tells what has changed from what sources disagree on, where each sentence names its date', () => {
    expect(
      between('In 2021 the Lotus club had 40 member firms.', 'The Lotus club had 90 member firms in 2025.'),
    ).toEqual(['times', 'times']);
  });

  it.each([
    // Other things.
    ['The Taihu 950 draws 310 watts of power.', 'The Taihu 960 draws 600 watts of power.'],
    ['The plant in Wuhan employs 300 people.', 'The plant in Hefei employs 500 people.'],
    ['The youth club has 40 member firms.', 'The club has 90 member firms.'],
    ['The quota of a start-up is 400 card hours.', 'The quota of a university is 900 card hours.'],
    ['Hohhot: 12 yuan', 'Guiyang: 15 yuan'],
    ['江湾联盟有40家成员企业。', '港湾联盟有90家成员企业。'],
    // Other events.
    ['Alphachip joined the club in May 2025.', 'Betachip joined the club in June 2025.'],
    ['Lotus opened its first plant in May 2024.', 'Lotus opened its second plant in May 2025.'],
    ['The council met in Hefei in May 2025.', 'The council met in Hefei in June 2025.'],
    // Numbers that count nothing.
    ['Tea was served in hall 1.', 'Tea was served in hall 2.'],
    ['算力额度的第3项安排由港湾联盟负责。', '算力额度的第4项安排由港湾联盟负责。'],
    // Other units.
    ['The cluster in Hefei has 20,000 cards.', 'The cluster in Hefei has 4,000 servers.'],
    // The same, said otherwise.
    [
      'The fund invested 5 billion yuan in chip makers.',
      'The fund invested 5,000 million yuan in chip makers.',
    ],
    ['Over 100 firms signed the charter.', '120 firms signed the charter.'],
    ['About 3,000 guests came to the fair in Hefei.', '2,950 guests came to the fair in Hefei.'],
    ['The harbour alliance was founded in May 2024.', 'The harbour alliance was founded on 3 May 2024.'],
    ['The harbour alliance was founded in spring 2024.', 'The harbour alliance was founded on 3 May 2024.'],
    ['The harbour alliance was founded on 3 May.', 'The harbour alliance was founded on 3 May 2024.'],
    ['The fund invested $5 billion in chip makers.', 'The fund invested 5bn dollars in chip makers.'],
    ['Both members of the board are from Hefei.', 'Three members of the board are from Hefei.'],
    ['One member of the board is Lin Mei.', 'One member of the board is Zhao Bo.'],
  ])('raises no alarm: %s %s', (a, b) => {
    expect(between(a, b)).toEqual([undefined, undefined]);
  });
});

describe('addsNoFact', () => {
  const adds = (a: string, b: string) => !addsNoFact(factsOf(a), factsOf(b));

  it('finds a number, date or name that the other sentence does not have', () => {
    const said = 'The Lotus club of Hefei has 40 member firms.';
    expect(adds('According to the Gazette, the Lotus club has 40 firms.', said)).toBe(true);
    expect(adds('The Lotus club has 90 member firms.', said)).toBe(true);
    expect(adds('The Lotus club has had 40 member firms since 2021.', said)).toBe(true);
    expect(adds('The Lotus club has forty members.', said)).toBe(false);
    expect(adds(said, said)).toBe(false);
  });

  it('takes a date for known that is stated more exactly', () => {
    expect(adds('The club was founded in May 2024.', 'The club was founded on 3 May 2024.')).toBe(false);
    expect(adds('The club was founded on 3 May 2024.', 'The club was founded in May 2024.')).toBe(true);
    expect(adds('The club was founded on 3 May 2024.', 'The club was founded on 3 May.')).toBe(true);
    expect(adds('The club met from 2021 to 2025.', 'The club met in 2023.')).toBe(true);
  });
});
