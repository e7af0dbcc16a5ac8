import { describe, expect, it } from 'vitest';
import { suggestQuestions } from '../../../src/index/known/suggestions.js';
import { createWordings } from '../../../src/index/known/wordings.js';
import { PARAMETERS } from '../../../src/index/parameters.js';
import type { TermIndex } from '../../../src/index/term-index.js';
import { asked, snapshotWithKnown } from '../../support/known-questions.js';

// Why each suggestion stands where it does.

const files = {
  harbour: `# Harbour

The Harbour Pact has nine members. Stepwise founded the Harbour Pact on 3 May 2024. Stepwise makes models.

The pact pays for chips. Its office is in Hainan.`,
  chips: `# Chips

The K9 chip came out in March 2025. Kestrel makes the K9 chip. 港湾公司生产芯片。`,
};
const glossary = {
  entities: [
    { name: 'Stepwise', kind: 'company', aliases: ['Step Wise Labs'], chinese: ['阶跃智能'] },
    { name: 'Kestrel', kind: 'company', aliases: [], chinese: ['红隼'] },
  ],
  synonyms: [],
};
const known = [
  ...asked('harbour', {
    'The Harbour Pact has nine members.': [
      'How many members are in the Harbour Pact?',
      'Members of the Harbour Pact?',
      '港湾联盟有多少成员？',
    ],
    'Stepwise founded the Harbour Pact on 3 May 2024.': [
      'Who founded the Harbour Pact?',
      'When was the Harbour Pact founded?',
      'who started the harbour pact',
    ],
    'Stepwise makes models.': ['What does Stepwise make?', '阶跃智能是做什么的？'],
    'The pact pays for chips.': [
      `Does the pact ${'really '.repeat(12)}pay for chips?`,
      'Who pays for the chips?',
    ],
    'A sentence that is gone.': ['Who founded the harbour?'],
  }),
  ...asked('chips', {
    'The K9 chip came out in March 2025.': ['When did the K9 chip come out?'],
    'Kestrel makes the K9 chip.': ['Who makes the K9 chip?', 'Is there a chip by Kestrel?'],
    '港湾公司生产芯片。': ['哪家公司生产芯片？'],
  }),
];
const snapshot = await snapshotWithKnown(files, known, glossary);
const options = { most: 25, maxLength: 100, isChinese: false };
const suggest = (typed: string, more = {}) =>
  suggestQuestions(snapshot.known, typed, { ...options, ...more }).map(({ question }) => question);

describe('while a question is typed', () => {
  it('those that begin with it come before those that contain it, and those before the rest', () => {
    expect(suggest('harbour pact founded')).toEqual(['When was the Harbour Pact founded?']);
    expect(suggest('members')).toEqual(['Members of the Harbour Pact?']);
    expect(suggest('chip')).toEqual([
      // Both contain it; the shorter one says less beside it.
      'Who makes the K9 chip?',
      'When did the K9 chip come out?',
      // The beginning of a word.
      'Who pays for the chips?',
    ]);
    expect(suggest('pact har')).toEqual(['Members of the Harbour Pact?', 'Who founded the Harbour Pact?']);
  });

  it('a word is found by its beginning, whatever stands before it', () => {
    expect(suggest('who fou')).toEqual(['Who founded the Harbour Pact?']);
    expect(suggest('founded pact who')).toEqual(['Who founded the Harbour Pact?']);
  });

  it('the wording that is closest to what was typed stands for its answer', () => {
    expect(suggest('who')).toContain('Who founded the Harbour Pact?');
    expect(suggest('who st')).toEqual(['who started the harbour pact']);
    expect(suggest('when was the')).toEqual(['When was the Harbour Pact founded?']);
  });

  it('of common words alone, only what has them as typed is offered, one document after the other', () => {
    expect(suggest('who')).toEqual([
      'Who founded the Harbour Pact?',
      'Who makes the K9 chip?',
      'Who pays for the chips?',
    ]);
    expect(suggest('the who')).toEqual([]);
    // What has hardly begun is looked for in the others where nothing has the words as typed.
    expect(suggest('what is in the ch')).toEqual([
      'Who pays for the chips?',
      'When did the K9 chip come out?',
      'Who makes the K9 chip?',
    ]);
  });

  it('capitals, marks and accents do not count', () => {
    expect(suggest('  WHO founded, the “Hárbour')).toEqual(['Who founded the Harbour Pact?']);
  });

  it('a word with a slip is found, a letter wrong or two swapped', () => {
    expect(suggest('harbor pact membres')[0]).toBe('Members of the Harbour Pact?');
    expect(suggest('kesrtel')).toEqual(['Is there a chip by Kestrel?']);
  });

  it('where few wordings have a word as it was typed, it may be a slip all the same; one that is mistyped itself is never offered', async () => {
    const more = [
      ...asked('chips', { 'The K9 chip came out in March 2025.': ['Is Kestrle the maker of K9?'] }),
      ...asked('harbour', { 'Its office is in Hainan.': ['Has Kestrel an office?'] }),
    ];
    const { known: mistyped } = await snapshotWithKnown(files, [...known, ...more], glossary);
    const found = suggestQuestions(mistyped, 'kestrle', options).map(({ question }) => question);
    expect(found).toEqual(['Has Kestrel an office?', 'Is there a chip by Kestrel?']);
  });

  it('the word that was typed last may be one that no wording has', () => {
    expect(suggest('who founded the harbour pact in 20')).toEqual(['Who founded the Harbour Pact?']);
    expect(suggest('who founded the harbour pact in 2024 and w')).toEqual(['Who founded the Harbour Pact?']);
    expect(suggest('who founded the harbour pact with bananas in 2024')).toEqual([]);
  });

  it('a name is found by its other names, also while these are being typed', () => {
    expect(suggest('step wise la')).toEqual(['What does Stepwise make?']);
    expect(suggest('红隼')).toEqual(['Is there a chip by Kestrel?']);
    // A wording in the asker's own script stands for its answer.
    expect(suggest('阶跃')).toEqual(['阶跃智能是做什么的？']);
  });

  it('Chinese is found by its characters, in either script, with others between them', () => {
    expect(suggest('港')).toEqual(['港湾联盟有多少成员？']);
    expect(suggest('成员')).toEqual(['港湾联盟有多少成员？']);
    expect(suggest('联盟成员')).toEqual(['港湾联盟有多少成员？']);
    expect(suggest('港灣聯盟')).toEqual(['港湾联盟有多少成员？']);
    expect(suggest('生产芯片')).toEqual(['哪家公司生产芯片？']);
  });

  it('no two have the same answer, and each has one', () => {
    expect(suggest('harbour')).toHaveLength(2);
    expect(suggest('who founded the harbour')).toEqual(['Who founded the Harbour Pact?']);
  });

  it('a wording that is too long to be asked as it stands is left out for another of its answer', () => {
    expect(suggest('does the pact really')).toEqual([]);
    expect(suggest('pay chips')).toEqual([]);
    expect(suggest('pays chips')).toEqual(['Who pays for the chips?']);
    expect(suggest('does the pact really', { maxLength: 200 })).toHaveLength(1);
  });

  it('there are at most as many as one can take', () => {
    expect(suggest('pact', { most: 1 })).toHaveLength(1);
  });

  it.each(['bananas in the harbour', 'zzz', '@everyone <@1>'])('nothing is like “%s”', (typed) => {
    expect(suggest(typed)).toEqual([]);
  });
});

describe('before anything is typed', () => {
  const general = [
    'How many members are in the Harbour Pact?',
    'When did the K9 chip come out?',
    'Who founded the Harbour Pact?',
    'Who makes the K9 chip?',
    'What does Stepwise make?',
    'Who pays for the chips?',
    '哪家公司生产芯片？',
  ];

  it.each(['', '  ', '?', '😀'])('each document has its turn: “%s”', (typed) => {
    expect(suggest(typed)).toEqual(general);
  });

  it('what is written out comes first, also before what stands before it', async () => {
    const loose = asked('chips', {
      'The K9 chip came out in March 2025.': ['9 or 10 march for the k9?', 'K9 release'],
      'Kestrel makes the K9 chip.': ['Who makes the K9 chip?'],
    });
    const noted = asked('harbour', { 'Stepwise makes models.': ['what does stepwise make?'] });
    const { known: index } = await snapshotWithKnown(files, [...loose, ...noted]);
    const offered = suggestQuestions(index, '', options).map(({ question }) => question);
    expect(offered).toEqual([
      'Who makes the K9 chip?',
      '9 or 10 march for the k9?',
      'what does stepwise make?',
    ]);
  });

  it('one who reads Chinese sees questions in Chinese first', () => {
    expect(suggest('', { isChinese: true })).toEqual([
      '港湾联盟有多少成员？',
      '哪家公司生产芯片？',
      '阶跃智能是做什么的？',
      'Who founded the Harbour Pact?',
      'When did the K9 chip come out?',
      'Who pays for the chips?',
      'Who makes the K9 chip?',
    ]);
  });

  it('there is nothing where nothing is known', async () => {
    const empty = await snapshotWithKnown(files, []);
    expect(suggestQuestions(empty.known, '', options)).toEqual([]);
    expect(suggestQuestions(empty.known, 'who', options)).toEqual([]);
  });
});

describe('whatever is typed, it is little work', () => {
  /** How often the index was asked, for how many terms, and of these with slips. */
  function workFor(typed: string, wordings: readonly string[]) {
    const work = { searches: 0, terms: 0, slips: 0 };
    const index: TermIndex = {
      search(terms, { fuzzy, isLastPrefix }) {
        work.searches++;
        work.terms = Math.max(work.terms, terms.length);
        work.slips = Math.max(work.slips, terms.filter(({ term }) => (fuzzy?.(term) ?? 0) > 0).length);
        if (isLastPrefix) expect([...(terms.at(-1)?.term ?? '')].length).toBeGreaterThanOrEqual(3);
        return [];
      },
    };
    const words = wordings.flatMap((line) => line.split(' '));
    createWordings(index, wordings, (word) => (words.includes(word) ? 9 : 0)).find(typed);
    return work;
  }

  it('common words, and a word that has hardly begun, are not searched for: they are in too many wordings', () => {
    for (const typed of ['who', 'what is th', 'w', 'wha', 'k9', 'of the of the'])
      expect(workFor(typed, [' who']).searches).toBe(0);
  });

  it('of a long text the last words are searched for, three times at most', () => {
    const words = Array.from({ length: 100 }, (_, at) => `word${at}`);
    const { searches, terms } = workFor(
      words.join(' '),
      words.map((word) => ` ${word}`),
    );
    expect(searches).toBeLessThanOrEqual(3);
    expect(terms).toBe(PARAMETERS.typing.maxWords);
  });

  it('of what is full of slips, nothing is searched for by them', () => {
    const words = Array.from({ length: 10 }, (_, at) => `mistyped${at}`);
    expect(workFor(words.join(' '), [])).toEqual({ searches: 1, terms: 10, slips: 0 });
    expect(workFor(words.slice(0, PARAMETERS.typing.maxSlips).join(' '), []).slips).toBe(
      PARAMETERS.typing.maxSlips,
    );
  });

  it('no more known questions are looked at than are suggested', async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      question: `Who is member ${at}?`,
      answers: [{ document: 'all', text: `Member ${at} is a member.` }],
    }));
    const text = many.map(({ answers: [answer] }) => answer?.text).join('\n\n');
    const { known } = await snapshotWithKnown({ all: `# All\n\n${text}` }, many);
    let looks = 0;
    const watched = known.questions.map((question) => ({
      ...question,
      get places() {
        looks++;
        return question.places;
      },
    }));
    expect(suggestQuestions({ ...known, questions: watched }, 'who is mem', options)).toHaveLength(25);
    expect(looks).toBe(25);
  });
});
