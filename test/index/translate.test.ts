import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import de from '../../src/index/data/languages/de.json' with { type: 'json' };
import es from '../../src/index/data/languages/es.json' with { type: 'json' };
import fr from '../../src/index/data/languages/fr.json' with { type: 'json' };
import zh from '../../src/index/data/languages/zh.json' with { type: 'json' };
import { translateWords } from '../../src/index/translate/translate.js';
import type { CollectionWords } from '../../src/index/translate/translated-span.js';

/** A collection whose documents have these words. */
function collection(words: string, rest: Partial<CollectionWords> = {}): CollectionWords {
  const vocabulary = new Set(words.split(' '));
  const inDocuments = (english: string) =>
    english.split(' ').every((word) => vocabulary.has(word.toLowerCase()));
  return { names: () => [], inDocuments, isKnown: inDocuments, ...rest };
}

/** The likeliest English of what carries a subject, as one line. */
function inEnglish(question: string, known = collection('')): string | undefined {
  return translateWords(question, known)
    ?.flatMap(({ english }) => english[0] ?? [])
    .join(' ');
}

describe('a question in Chinese', () => {
  it('is parted into the fewest words, not into the longest first', () => {
    // From the left the longest word is 投资人 (investor), which leaves 工智能 without a meaning.
    expect(inEnglish('投资人工智能')).toBe('investment AI');
    expect(inEnglish('投资人')).toBe('investor');
  });

  it('keeps question words, which tell the kind of answer, and drops particles and measure words', () => {
    expect(inEnglish('公司是什么时候成立的呢？')).toBe('company when found');
    expect(inEnglish('有多少家公司？')).toBe('how many company');
  });

  it('is read the same in traditional characters', () => {
    expect(inEnglish('兩家公司什麼時候宣佈？')).toBe(inEnglish('两家公司什么时候宣布？'));
  });

  it('says a word as the documents say it', () => {
    expect(inEnglish('成立', collection('establish'))).toBe('establish');
    expect(inEnglish('成立', collection('found establish'))).toBe('found');
  });

  it('writes numbers and dates as English texts do', () => {
    expect(inEnglish('2030年百分之五十')).toBe('2030 50 percent');
    expect(inEnglish('7月28日')).toBe('july 28');
  });

  it('leaves names alone that the glossary knows', () => {
    const names = [{ start: 0, end: 2 }];
    expect(inEnglish('华为公司', collection('', { names: () => names }))).toBe('company');
  });
});

describe('a question in Spanish, French or German', () => {
  it.each([
    ['¿Cuántas empresas participan?', 'Spanish', 'how many company participate'],
    ['Combien d’entreprises participent ?', 'French', 'how many company participate'],
    ['Wie viele Unternehmen beteiligen sich?', 'German', 'how many company participate'],
  ])('%s is %s', (question, _, english) => {
    expect(inEnglish(question)).toBe(english);
  });

  it('is read without its accents too, as people type', () => {
    expect(inEnglish('Cuantas compañias participan en el pais')).toBe('how many company participate country');
  });

  it('tells words apart by their accents where both are written', () => {
    expect(inEnglish('Où est le pays ou la ville ?')).toBe('where country city');
  });

  it('knows inflected forms of the words it lists', () => {
    expect(inEnglish('¿Quién anunció las sanciones?')).toBe('who announce sanctions');
    expect(inEnglish('Les alliances annoncées par les ministres')).toBe('alliance announce minister');
  });

  it('parts German compounds, and knows those whose parts say something else together', () => {
    expect(inEnglish('Welche Chiphersteller sind das?')).toBe('which chip maker');
    expect(inEnglish('Wo stehen die Rechenzentren?')).toBe('where data center');
  });

  it('takes the longest phrase', () => {
    expect(inEnglish('los centros de datos de la empresa')).toBe('data center company');
  });

  it('finds English words of the same origin, if the documents have them', () => {
    const documents = collection('petroleum geology diplomacy');
    expect(inEnglish('la geología de los países', documents)).toBe('geology country');
    expect(inEnglish('Wo ist die Diplomatie der Länder?', collection('diplomatie'))).not.toContain(
      'diplomacy',
    );
    expect(inEnglish('la zoología de los países', documents)).toBe('country');
  });

  it('knows the names of countries', () => {
    expect(inEnglish('¿Qué dicen los Países Bajos?')).toContain('Netherlands');
    expect(inEnglish('Was sagt die Schweiz dazu?')).toContain('Switzerland');
  });

  it('reads decimal commas and dots between thousands', () => {
    expect(inEnglish('¿Quién invirtió 1.200.000 o 3,5 millones?')).toBe('who invest 1200000 3.5 million');
  });

  it('does not take long names apart', () => {
    const question = 'Was ist das Hugging Face Haus?';
    const start = question.indexOf('Hugging');
    const names = [{ start, end: start + 'Hugging Face Haus'.length }];
    expect(inEnglish(question, collection('', { names: () => names }))).not.toContain('house');
  });
});

describe('a language file', () => {
  it.each([es, fr, de, zh])('$name lists no word both as a function word and with a meaning', (list) => {
    const functionWords = list.functionWords.flatMap((line) => line.split(' '));
    const listed = new Set(Object.values(list.words).flatMap((words) => words.split(', ')));
    expect(functionWords.filter((word) => listed.has(word))).toEqual([]);
    expect(functionWords).toEqual([...new Set(functionWords)]);
  });
});

describe('a question in English', () => {
  it.each([
    'What was the war about?',
    'Which firm was it, and why did it die?',
    'huawei baidu sensetime',
    "What is Germany's central interest?",
    'Minimax IPO',
    '',
    '🔥🔥🔥',
    '?!',
  ])('"%s" is left as it is', (question) => {
    expect(translateWords(question, collection('war central interest'))).toBeUndefined();
  });
});

describe('whatever is asked', () => {
  it('spans are in order, inside the question, and do not overlap', () => {
    const words = fc.constantFrom(
      '联盟',
      '华为',
      '2025年',
      '百分之',
      '研究生',
      ' ',
      '¿Qué',
      'l’',
      'Chiphersteller',
      '3,5',
      'the',
      '？',
      '𠮷',
      'の',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const question = parts.join('');
        let end = 0;
        for (const span of translateWords(question, collection('alliance')) ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(question.length);
      }),
    );
  });
});
