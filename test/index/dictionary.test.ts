import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishOf, readCedict } from '../../src/index/translate/cedict.js';
import { openDictionary, packDictionary } from '../../src/index/translate/dictionary.js';

const han = fc.constantFrom(...'中国人工智能芯片联盟大会一');
const word = fc.string({ unit: han, minLength: 1, maxLength: 8 });
const english = fc.array(fc.constantFrom('alliance', 'to league', 'chip', 'a b'), {
  minLength: 1,
  maxLength: 3,
});

describe('a packed dictionary', () => {
  it('finds at every place the words that a search through all words finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, english), { minLength: 1, maxLength: 40 }),
        fc.string({ unit: han, maxLength: 12 }),
        (entries, text) => {
          const words = new Map(entries);
          const dictionary = openDictionary(packDictionary(words));
          for (let offset = 0; offset < text.length; offset++) {
            const slow = [...words]
              .filter(([known]) => text.startsWith(known, offset))
              .map(([known, meaning]) => ({ length: known.length, english: meaning }))
              .sort((a, b) => a.length - b.length);
            expect(dictionary.wordsAt(text, offset)).toEqual(expect.arrayContaining(slow));
            expect(dictionary.wordsAt(text, offset)).toHaveLength(slow.length);
          }
        },
      ),
    );
  });

  it('refuses bytes that are cut short, instead of finding less', () => {
    const packed = packDictionary(new Map([['联盟', ['alliance']]]));
    expect(() => openDictionary(packed.subarray(0, packed.length - 1))).toThrow(RangeError);
    expect(() => openDictionary(new Uint8Array())).toThrow(RangeError);
  });
});

describe('the English of a dictionary entry', () => {
  it.each([
    ['to announce', ['announce']],
    ['computer chip; microchip', ['computer chip', 'microchip']],
    ['NVIDIA, computer graphics card company', ['NVIDIA']],
    ["to subsidize (one's salary etc)", ['subsidize']],
    ['to persuade sb to do sth', ['persuade to do']],
    ['what?', ['what']],
  ])('%s', (definition, expected) => {
    expect(englishOf(definition)).toEqual(expected);
  });

  it.each([
    ['surname Zhang', 'a name of people, which would match every "surname"'],
    ['variant of 宣布[xuan1 bu4]', 'says where to look, not what it means'],
    ['CL:個|个[ge4]', 'how it is counted'],
    ['a long explanation of what the word means', 'an explanation shares words with any text'],
  ])('leaves out "%s": %s', (definition) => {
    expect(englishOf(definition)).toEqual([]);
  });

  it('puts what a word means before what it names, and forgets single characters', () => {
    const source = `export default {"all":[
      ["高興","高兴","Gao1 xing4",["Gaoxing district in Taiwan"],[],[]],
      ["高興","高兴","gao1 xing4",["happy","glad (\\"pleased\\")"],[],[]],
      ["高","高","gao1","high",[],[]]]}`;
    expect([...readCedict(source)]).toEqual([['高兴', ['happy', 'glad', 'Gaoxing district in Taiwan']]]);
  });
});
