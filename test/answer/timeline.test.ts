import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { timelineOf } from '../../src/answer/timeline.js';
import type { Glossary } from '../../src/documents/glossary.js';
import { daysOfRange, writtenDays } from '../../src/index/dates/typed-dates.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { loadSnapshot } from '../../src/library/knowledge-folder.js';
import { documentOfParagraphs } from '../support/corpus.js';

const glossary: Glossary = {
  entities: [{ name: 'Northern Ferries', kind: 'company', aliases: ['NF'], chinese: [] }],
  synonyms: [],
};
const documents = [
  documentOfParagraphs('News', [
    'In May 2021 the harbour was opened by the mayor. NF bought a ship named Elsa on 4 June 2022.',
    'Northern Ferries is a company. It sank a debt in March 2023.',
    'As of June 2025 nothing more is known of NF. The mayor resigned on 5 July 2024.',
  ]),
  documentOfParagraphs('Chronicle', [
    'On 4 June 2022 NF bought the ship Elsa. On 4 June 2022 the mayor opened a school for sailors.',
  ]),
];

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await buildSnapshot({ shared: 1 }, documents, glossary);
});

const told = async (options: Parameters<typeof timelineOf>[1]) => {
  const { statements } = await timelineOf(snapshot, options);
  return statements.map(({ excerpt, ...days }) => `${writtenDays(days)}: ${excerpt.text}`);
};

describe('what the documents date', () => {
  test('in the order of the days, each event once, in the sentence that begins with its day', async () => {
    expect(await told({})).toEqual([
      '2021-05: In May 2021 the harbour was opened by the mayor.',
      '2022-06-04: On 4 June 2022 NF bought the ship Elsa.',
      '2022-06-04: On 4 June 2022 the mayor opened a school for sailors.',
      '2023-03: Northern Ferries is a company. It sank a debt in March 2023.',
      '2024-07-05: The mayor resigned on 5 July 2024.',
    ]);
  });

  test('about a thing, by any of its names, and where a sentence points back to it', async () => {
    const entity = snapshot.mentions.find('Northern Ferries') ?? expect.fail();
    expect(await told({ topic: { entity } })).toEqual([
      '2022-06-04: On 4 June 2022 NF bought the ship Elsa.',
      '2023-03: Northern Ferries is a company. It sank a debt in March 2023.',
    ]);
  });

  test('about words, and of a time', async () => {
    expect(await told({ topic: { words: 'mayor' } })).toHaveLength(3);
    expect(await told({ topic: { words: 'zeppelin' } })).toEqual([]);
    const period = daysOfRange({ since: '2022', until: '2023-03' }) ?? expect.fail();
    expect(await told({ period })).toHaveLength(3);
    expect(await told({ topic: { words: 'mayor' }, period })).toHaveLength(1);
  });

  test('of very many the last ones, and that there are more', async () => {
    const days = Array.from({ length: 700 }, (_, at) => `In ${1200 + at} the ship number ${at} sailed.`);
    const many = await buildSnapshot({ shared: 1 }, [documentOfParagraphs('Many', days)], glossary);
    const { statements, hasEarlier } = await timelineOf(many, {});
    expect(hasEarlier).toBe(true);
    expect(writtenDays(statements.at(-1) ?? expect.fail())).toEqual(['1899']);
    expect(statements.length).toBeLessThanOrEqual(500);
  });
});

test('the documents that ship are in order, and every statement is a slice of its document', async () => {
  const knowledgeDir = fileURLToPath(new URL('../../../knowledge/', import.meta.url));
  const { snapshot: shipped } = await loadSnapshot({ knowledgeDir });
  const { statements } = await timelineOf(shipped, {});
  expect(statements.length).toBeGreaterThan(200);
  expect(statements.map(({ from }) => from)).toEqual(
    statements.map(({ from }) => from).sort((a, b) => a - b),
  );
  for (const { excerpt } of statements) {
    const { document } = shipped.passages.at(excerpt.passage) ?? expect.fail();
    expect(document.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
  }
  const foundings = statements.filter(
    ({ from, to, excerpt }) => from === to && /Model-Chip/.test(excerpt.text),
  );
  expect(foundings.flatMap(writtenDays)).toContain('2025-07-25');
});
