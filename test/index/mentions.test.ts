import { describe, expect, test } from 'vitest';
import type { Glossary } from '../../src/documents/glossary.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const glossary: Glossary = {
  entities: [
    {
      name: 'Northern Ferry Company',
      kind: 'company',
      aliases: ['NFC', 'Northern Ferries'],
      chinese: ['北方轮渡公司'],
    },
    { name: 'Ascend', kind: 'ship', aliases: [], chinese: [] },
    { name: 'Harbour Board', kind: 'government body', aliases: [], chinese: [] },
    { name: 'northern ferry company', kind: 'company', aliases: ['The Northern'], chinese: [] },
  ],
  synonyms: [],
};

const paragraphs = [
  'The Northern Ferry Company owns the Ascend. Tickets are sold by NFC.',
  'Prices ascend every year. 北方輪渡公司有三艘船。',
];

describe('which sentences name what', () => {
  test('by any of its names, in either script, and no word that merely looks like one', async () => {
    const { mentions, terms } = await snapshotOfParagraphs(paragraphs, glossary);
    const row = (passage: number, sentence: number) => terms.headingRow(passage) + 1 + sentence;
    const company = mentions.find('nfc') ?? expect.fail();
    expect([...mentions.rowsOf(company)]).toEqual([row(0, 0), row(0, 1), row(1, 1)]);
    const ship = mentions.find('Ascend') ?? expect.fail();
    expect([...mentions.rowsOf(ship)]).toEqual([row(0, 0)]);
    expect([...mentions.entitiesIn(row(0, 0))].sort()).toEqual([company, ship]);
  });

  test('what no document names is not there, and things of one name are one', async () => {
    const { mentions } = await snapshotOfParagraphs(paragraphs, glossary);
    expect(mentions.named.map((number) => mentions.things.entities[number]?.name)).toEqual([
      'Northern Ferry Company',
      'Ascend',
    ]);
    expect(mentions.find('Harbour Board')).toBeUndefined();
    for (const name of ['the northern', ' Northern  Ferries ', '北方轮渡公司', '北方輪渡公司'])
      expect(mentions.find(name)).toBe(0);
  });
});
