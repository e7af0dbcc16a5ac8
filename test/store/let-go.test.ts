import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Thing } from '../../src/store/extent.js';
import type { KeptAtMost } from '../../src/store/growth.js';
import { whatStays } from '../../src/store/let-go.js';

// What is let go is decided here, on sizes alone; that it then goes, the conformance suite shows on the databases.

interface Kept {
  readonly things: readonly Thing[];
  readonly live: number;
  readonly oldest: number;
  readonly drafts: number;
  readonly most: KeptAtMost;
}

const kept: fc.Arbitrary<Kept> = fc
  .record({
    oldest: fc.integer({ min: 1, max: 3 }),
    later: fc.integer({ min: 0, max: 6 }),
    drafts: fc.integer({ min: 0, max: 4 }),
    most: fc.record(
      {
        bytes: fc.integer({ min: 0, max: 60 }),
        drafts: fc.integer({ min: 1, max: 4 }),
        revisions: fc.integer({ min: 2, max: 8 }),
      },
      { requiredKeys: ['bytes', 'drafts'] },
    ),
  })
  .chain(({ oldest, later, drafts, most }) => {
    const live = oldest + later;
    const revision = fc.oneof(fc.constant(0), fc.integer({ min: oldest, max: live }));
    const draft = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.nat({ max: Math.max(0, drafts - 1) }));
    const thing = fc.record({ size: fc.integer({ min: 1, max: 20 }), revision, draft });
    return fc.array(thing, { maxLength: 12 }).map((things) => ({ things, live, oldest, drafts, most }));
  });

test('as much stays as there is room for, drafts go before revisions, and the last change always stays', () => {
  fc.assert(
    fc.property(kept, ({ things, live, oldest, drafts, most }) => {
      const stays = whatStays(things, { live, oldest, drafts }, most);
      const bytes = (staying: number, from: number) =>
        things
          .filter(({ revision, draft }) =>
            // Where revisions are left alone, what they have is no reason to drop a draft.
            most.revisions === undefined
              ? draft < staying && revision === 0
              : revision >= from || draft < staying,
          )
          .reduce((sum, { size }) => sum + size, 0);
      const isWithin = bytes(stays.drafts, stays.from) <= most.bytes;
      // Never more than may be.
      expect(stays.drafts).toBeLessThanOrEqual(Math.min(drafts, most.drafts));
      const byNumber = Math.max(oldest, live - (most.revisions ?? Number.POSITIVE_INFINITY) + 1);
      if (most.revisions === undefined) expect(stays.from).toBe(oldest);
      else expect(stays.from).toBeGreaterThanOrEqual(byNumber);
      // What always stays: the newest draft, what is live, and the revision before.
      if (drafts > 0) expect(stays.drafts).toBeGreaterThan(0);
      expect(stays.from).toBeLessThanOrEqual(Math.max(oldest, live - 1));
      // Over the limit only where nothing else may go.
      const mayGo = stays.drafts > 1 || (most.revisions !== undefined && stays.from < live - 1);
      if (!isWithin) expect(mayGo).toBe(false);
      // One step less would be too much: nothing goes without need.
      const asMany = Math.min(drafts, most.drafts);
      if (stays.drafts < asMany) expect(bytes(stays.drafts + 1, byNumber)).toBeGreaterThan(most.bytes);
      if (stays.from > byNumber) {
        expect(bytes(stays.drafts, stays.from - 1)).toBeGreaterThan(most.bytes);
        expect(stays.drafts).toBeLessThanOrEqual(1);
      }
    }),
  );
});
