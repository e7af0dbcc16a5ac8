import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index/text/analyzer.js';

const terms = (text: string) => analyze(text).map(({ term }) => term);
const same = (a: string, b: string) => expect(terms(a)).toEqual(terms(b));

describe('analyze', () => {
  it('leaves out words that carry no subject', () => {
    expect(terms('Which of the companies are they?')).toEqual(['compani']);
  });

  it('meets singular and plural, cases and possessives', () => {
    same('Huawei’s Alliances', 'huawei alliance');
    same("the members' chips", 'member chip');
  });

  it('meets irregular forms and both spellings of English', () => {
    same('companies that bought and sold', 'company buys sells');
    same('organisations prioritising labour', 'organizations prioritizing labor');
    same('women’s programmes', 'woman program');
    same('the ferry leaves', 'ferries leave');
  });

  it('knows the country from the pronoun', () => {
    same('U.S. curbs', 'US curbs');
    same('U.S.A.', 'USA');
    same('lifted by the us', 'lifted by the U.S.');
    expect(terms('tell us more')).toEqual([]);
  });

  it('meets ways to write numbers', () => {
    same('50%', '50 percent');
    same('1,200 chips', '1200 chips');
    same('two alliances', '2 alliances');
    expect(terms('H20 and 910C')).toEqual(['h20', '910c']);
    expect(terms('GPT-4.5')).toEqual(['gpt', '4.5']);
  });

  it('knows names with signs and figures in them for one word', () => {
    expect(terms('C++, C# and C')).toEqual(['c++', 'c#', 'c']);
    expect(terms('R&D at AT&T')).toEqual(['r&d', 'at&t']);
    expect(terms('Yi1.5, V3.1')).toEqual(['yi1.5', 'v3.1']);
    expect(terms('Tom & Jerry, A&B&C')).toEqual(terms('Tom Jerry, A&B&C'));
  });

  it('meets the plural of initials', () => {
    same('GPUs and SMEs', 'GPU SME');
    same('LLMs’', 'LLM');
    expect(terms('Paris')).toEqual(['pari']);
  });

  it('meets ways to write a date', () => {
    const [month, day, year] = terms('July 28, 2025');
    for (const date of ['28 July 2025', '2025-07-28', 'Jul. 28, 2025']) {
      expect(new Set(terms(date))).toEqual(new Set([month, day, year]));
    }
    expect(terms('May 2023')).toHaveLength(2);
    expect(terms('they may join')).toEqual(['join']);
  });

  it('splits joined words, unless a half of them would be lost', () => {
    same('Model-Chip', 'model chip');
    same('start-up', 'startup');
    expect(terms('U.S.-dominated')).toEqual(['usa', 'domin']);
  });

  it('takes Han text in pairs of simplified characters, and Latin parts as words', () => {
    expect(terms('华为AI芯片联盟')).toEqual(['华为', 'ai', '芯片', '片联', '联盟']);
    same('華為聯盟', '华为联盟');
    expect(terms('芯')).toEqual(['芯']);
  });

  it('folds compatibility forms and accents', () => {
    same('Ｈｕａｗｅｉ', 'Huawei');
    same('ﬁnance', 'finance');
    same('défis', 'defis');
    same('l’alliance', 'alliance');
  });

  it('tells a word by its first 60 letters, however long it is', () => {
    const long = 'ab'.repeat(30_000);
    expect(analyze(long)).toEqual([{ term: long.slice(0, 60), start: 0, end: long.length }]);
    same(long, `${long}c`);
    expect(terms(`x${long}`)).not.toEqual(terms(long));
    expect(terms(`${long}-${long}`)).toEqual([long.slice(0, 60), long.slice(0, 60)]);
    same(`up-${long}`, `UP-${long}`);
    // What is cut is a character, not half of one.
    expect(terms('𝒳'.repeat(30_000))).toEqual(['x'.repeat(30)]);
  });

  it.each([
    ['marks on a letter', `e${'\u0301'.repeat(30_000)}`],
    ['a number with points', `${'9.'.repeat(30_000)}9`],
    ['initials', `${'A.'.repeat(30_000)}A`],
    ['a version', `x1${'.1'.repeat(30_000)}`],
    ['thousands', `1${',000'.repeat(30_000)}`],
    ['words with hyphens', 'ab-'.repeat(30_000)],
    ['letters that stand for eighteen each', '\ufdfa'.repeat(30_000)],
  ])('has no term of more than 60 letters for %s', (_, text) => {
    expect(Math.max(...terms(text).map((term) => term.length))).toBeLessThanOrEqual(60);
  });

  it('takes Han text of any length', () => {
    expect(terms('联盟'.repeat(75_000))).toHaveLength(149_999);
  });

  it('reads radicals and doubled ideographs as the characters that they look like', () => {
    same('⻢斯克没有参加这次会⾯', '马斯克没有参加这次会面');
    same('\uf90a融', '金融');
  });

  it('passes over what nobody sees: soft hyphens, spaces without width, marks of direction, variants', () => {
    same(
      'The alli\u00adance pays its secre\u00adtariat 3 mil\u200blion yuan',
      'The alliance pays its secretariat 3 million yuan',
    );
    same('\u202ahuawei\u202c, 1\u2060,200 葛\u{e0100}城', 'huawei, 1,200 葛城');
  });

  it('reads letters and their accents as one, whatever the script', () => {
    for (const word of ['São Paulo', 'Nguyễn', 'Йошкар', 'ガイド', '한국']) same(word.normalize('NFD'), word);
  });

  it('finds a word that is divided at the end of a line, and both words of a compound', () => {
    expect(terms('the alli-\nance')).toContain('allianc');
    expect(terms('the high-\r\n  bandwidth boards')).toEqual(
      expect.arrayContaining(['high', 'bandwidth', 'board']),
    );
    same('its secre\u00ad\ntariat', 'its secretariat');
    expect(terms('state-of-\nthe art')).not.toContain('ofth');
    const text = 'the alli-\nance pays';
    expect(analyze(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'alli-\nance',
      'alli',
      'ance',
      'pays',
    ]);
  });

  it('tells an exponent from the number under it', () => {
    same('10²⁶ operations', '10^26 operations');
    expect(terms('10²⁶, CO₂ and 5 m²')).toEqual(['10', '26', 'co2', '5', 'm2']);
  });

  it('joins Chinese that is set with a space between its characters, but not words that stand apart', () => {
    same('海 湾 联 盟 章 程', '海湾联盟章程');
    same('目　　录', '目录');
    same('张　三、李四光', '张三、李四光');
    const text = '（海 湾 联 盟）';
    expect(analyze(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '海 湾',
      '湾 联',
      '联 盟',
    ]);
    expect(terms('海湾 联盟 的 成员')).toEqual(['海湾', '联盟', '的', '成员']);
    expect(terms('猫 狗 鱼')).toEqual(['猫', '狗', '鱼']);
  });

  it('gives the terms of a text, and the places they stand, whatever invisible characters are in it', () => {
    const words = fc.constantFrom(
      'Huawei',
      '芯片联盟',
      'ﬁrms',
      '1,200',
      '⻢云',
      'São',
      ' ',
      ' and ',
      'R&D',
      '😀',
    );
    const invisible = fc.constantFrom('', '', '', '\u00ad', '\u200b', '\ufeff', '\u2060');
    const letters = fc.array(words, { maxLength: 8 }).map((parts) => [...parts.join('')]);
    fc.assert(
      fc.property(letters, fc.array(invisible, { minLength: 70, maxLength: 70 }), (characters, between) => {
        const text = characters.map((character, position) => character + between[position]).join('');
        const plain = characters.join('');
        const visible = (slice: string) => slice.replaceAll(/\p{DI}/gu, '');
        expect(analyze(text).map(({ term, start, end }) => [term, visible(text.slice(start, end))])).toEqual(
          analyze(plain).map(({ term, start, end }) => [term, plain.slice(start, end)]),
        );
      }),
    );
  });

  it('gives offsets into the text as it is', () => {
    const text = 'İstanbul’s ﬁrms: ＡＩ 🤖 e\u0301lan, mil\u00adlion ⻢云 华为';
    const slices = analyze(text).map(({ start, end }) => text.slice(start, end));
    expect(slices).toEqual(['İstanbul’s', 'ﬁrms', 'ＡＩ', 'e\u0301lan', 'mil\u00adlion', '⻢云', '华为']);
  });

  it('takes any text, in order, with offsets inside it and no term empty or with a space', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-zA-Z0-9.,%'’\- \u4e00-\u4e40İﬁ①½]{0,40}$/),
    );
    fc.assert(
      fc.property(odd, (text) => {
        const found = analyze(text);
        const sound = found.every(
          ({ term, start, end }, i) =>
            /^\S+$/.test(term) && start >= (found[i - 1]?.start ?? 0) && end > start && end <= text.length,
        );
        expect(sound).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
