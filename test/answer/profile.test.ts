import { beforeAll, describe, expect, test } from 'vitest';
import { type Profile, profileOf } from '../../src/answer/profile.js';
import type { Glossary } from '../../src/documents/glossary.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { documentOfParagraphs } from '../support/corpus.js';

const glossary: Glossary = {
  entities: [
    { name: 'Northern Ferries', kind: 'company', aliases: ['NF'], chinese: ['北方轮渡'] },
    { name: 'Elsa', kind: 'ship', aliases: [], chinese: [] },
    { name: 'Harbour Board', kind: 'government body', aliases: [], chinese: [] },
  ],
  synonyms: [],
};
const documents = [
  documentOfParagraphs('Ferries', [
    'Northern Ferries is a company with three ships. NF bought Elsa on 4 June 2022.',
    'In May 2021 NF was founded by two sailors.',
    'The Harbour Board lets NF use the Elsa at night.',
    'Elsa is red.',
  ]),
];

let snapshot: Snapshot;
let profile: Profile;
beforeAll(async () => {
  snapshot = await buildSnapshot({ shared: 1 }, documents, glossary);
  profile = (await profileOf(snapshot, snapshot.mentions.find('NF') ?? -1)) ?? expect.fail();
});

describe('what the documents say of a thing', () => {
  test('first what it is, then what is dated, in order', () => {
    expect(profile.definition?.text).toBe('Northern Ferries is a company with three ships.');
    expect(profile.statements.map(({ excerpt }) => excerpt.text)).toEqual([
      'In May 2021 NF was founded by two sailors.',
      'NF bought Elsa on 4 June 2022.',
    ]);
    expect(profile.sentences).toBe(4);
  });

  test('its names are marked where they stand, and no words of them elsewhere', () => {
    const { text, highlights } = profile.statements[0]?.excerpt ?? expect.fail();
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['NF']);
  });

  test('what is named beside it, with how often', () => {
    expect(profile.related.map(({ entity, paragraphs }) => [entity.name, paragraphs])).toEqual([
      ['Elsa', 2],
      ['Harbour Board', 1],
    ]);
  });

  test('where nothing is dated, what else is said', async () => {
    const elsa = await profileOf(snapshot, snapshot.mentions.find('Harbour Board') ?? -1);
    expect(elsa?.statements).toEqual([]);
    expect(elsa?.definition?.text).toContain('lets NF use');
  });

  test('nothing is there of what the documents do not name', async () => {
    expect(await profileOf(snapshot, 99)).toBeUndefined();
    expect(await profileOf(snapshot, -1)).toBeUndefined();
  });
});
