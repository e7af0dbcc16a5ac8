import { expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import { makeReplies } from './replies.js';

// Five thousand of them: node dist/bench/replies.js

test('Discord has nothing against any reply, whatever documents, names and questions are', async () => {
  const { replies, counts, violations } = await makeReplies(600, 1);
  expect(violations).toEqual([]);
  expect(replies).toBeGreaterThanOrEqual(600);
  // Every command was used, and something was made in every language.
  const used = [...counts.keys()].map((what) => what.split(/[ :]/)[0]);
  expect(commands.map(({ definition }) => definition.name).filter((name) => !used.includes(name))).toEqual(
    [],
  );
  const locales = new Set([...counts.values()].flatMap((of) => [...of.keys()]));
  expect([...locales].sort()).toEqual(Object.keys(LANGUAGES).sort());
}, 300_000);
