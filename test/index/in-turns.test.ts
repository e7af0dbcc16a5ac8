import { expect, it } from 'vitest';
import { PassageTermsBuilder } from '../../src/index/collected-terms.js';
import { passageTermsOf } from '../../src/index/passage-terms.js';

it('gives way while the last step of a build goes over many passages', async () => {
  const builder = new PassageTermsBuilder();
  const passages = 4_000;
  for (let i = 0; i < passages; i++)
    builder.add({ heading: ['fog'], sentences: [['ash', `word${i}`], ['bay']] });
  let turns = 0;
  const terms = await passageTermsOf(builder.collected(), async () => {
    turns++;
  });
  // Five times over passages, rows or terms, never over more than a thousand of them at once.
  expect(turns).toBeGreaterThan((5 * passages) / 1_000);
  expect([...terms.passagesWith(terms.numberOf('word3999') ?? -1).passages]).toEqual([3_999]);
  expect(terms.passagesHeaded(terms.numberOf('fog') ?? -1).passages).toHaveLength(passages);
});
