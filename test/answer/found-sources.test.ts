import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { judgeMessage, readMessages } from '../../bench/judged-messages.js';
import { findSources } from '../../src/answer/find-sources.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { loadSnapshot } from '../../src/library/knowledge-folder.js';

// What `Find sources` makes of messages, over the documents that ship. Figures: bench/RESULTS.md.

const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
let snapshot: Snapshot;

beforeAll(async () => {
  ({ snapshot } = await loadSnapshot({ knowledgeDir: here('knowledge') }));
});

test.each([
  ['found-sources.txt', 100, 92],
  ['found-sources-first-held-out.txt', 50, 45],
  ['found-sources-held-out.txt', 50, 45],
])(
  '%s: of %i sentences at least %i are right, and none has a passage that should have none',
  async (name, all, least) => {
    const findings = [];
    for (const message of readMessages(await readFile(here(`test/answer/${name}`), 'utf8')))
      findings.push(...(await judgeMessage(snapshot, message)));
    expect(findings).toHaveLength(all);
    const invented = findings.filter(({ sentence, found }) => sentence.sort !== 'stated' && found?.excerpt);
    expect(invented.map(({ sentence }) => sentence.text)).toEqual([]);
    expect(findings.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(least);
  },
);

test('sentences on other things have no passage, each by itself', async () => {
  const lines = (await readFile(here('test/answer/unrelated-statements.txt'), 'utf8')).split('\n');
  const statements = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const found = [];
  for (const statement of statements) {
    const { sentences } = await findSources(snapshot, statement);
    if (sentences.some(({ excerpt }) => excerpt)) found.push(statement);
  }
  expect(statements.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

test('numbers, dates and names of a sentence stand in the passage or do not', async () => {
  const { sentences } = await findSources(
    snapshot,
    'CloudMatrix 384 links 512 Ascend 910C chips into one machine.',
  );
  expect(sentences[0]?.excerpt?.text).toContain('384 Ascend 910C');
  expect(sentences[0]?.details).toContainEqual({ asked: '512', isThere: false });
  expect(sentences[0]?.details).toContainEqual({ asked: 'Ascend 910C', isThere: true });
});

test('a range of numbers is no name', async () => {
  const { sentences } = await findSources(
    snapshot,
    'Chinese chips need 30 to 50 percent more electricity than the H20.',
  );
  expect(sentences[0]?.details.map(({ asked }) => asked)).not.toContain('need 30');
});

test('"It …" speaks of what the sentence before names', async () => {
  const said = 'It fills 16 racks.';
  const { sentences } = await findSources(snapshot, `CloudMatrix 384 was shown in Shanghai. ${said}`);
  expect(sentences[1]?.text).toBe(said);
  expect(sentences[1]?.excerpt?.text).toContain('16 racks');
  expect(sentences[1]?.details.map(({ asked }) => asked)).not.toContain('CloudMatrix 384');
});

test('questions are passed over, and so is what has no words', async () => {
  const { sentences, questions } = await findSources(snapshot, 'Who leads it? 谁是成员？\n12 + 13\n🙂');
  expect({ sentences, questions }).toEqual({ sentences: [], questions: 2 });
});

test('of many sentences the first are looked up, and the rest is counted', async () => {
  let pauses = 0;
  const text = Array.from({ length: 20 }, (_, at) => `We bought ${at + 2} loaves of bread.`).join('\n');
  const { sentences, more } = await findSources(snapshot, text, async () => {
    pauses++;
  });
  expect(sentences).toHaveLength(12);
  expect(more).toBe(8);
  expect(pauses).toBeGreaterThanOrEqual(12);
});
