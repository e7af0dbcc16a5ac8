import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { ExcerptPlace } from '../../src/answer/place.js';
import { placedId, type ShownExcerpts, withExcerpts } from '../../src/commands/ask-places.js';
import { parseCustomId } from '../../src/discord/custom-id.js';
import { LIMITS } from '../../src/discord/limits.js';

const read = (id: string): ShownExcerpts | undefined => {
  const { args = [] } = parseCustomId(id) ?? {};
  const parsed = withExcerpts(z.tuple([z.string()])).safeParse(args);
  return parsed.success ? parsed.data[1] : undefined;
};

const day = fc.constantFrom('2025', '2025-07', '2025-07-28', '1998-12-01');
const place: fc.Arbitrary<ExcerptPlace> = fc
  .record({
    document: fc.nat(40_000),
    start: fc.nat(20_000_000),
    length: fc.integer({ min: 1, max: 5_000 }),
    copies: fc.array(fc.record({ document: fc.nat(40_000), start: fc.nat(20_000_000) }), { maxLength: 20 }),
    differing: fc.option(
      fc.record(
        { kind: fc.constantFrom('sources' as const, 'times' as const), date: day },
        { requiredKeys: ['kind'] },
      ),
    ),
  })
  .map(({ length, differing, ...rest }) => ({
    ...rest,
    end: rest.start + length,
    ...(differing && { differing }),
  }));
const name = fc.record({ shared: fc.nat(99_999), guild: fc.nat(99_999) }, { requiredKeys: ['shared'] });

test('where three excerpts stand fits into a custom id, whatever they are, and is read back', () => {
  fc.assert(
    fc.property(name, fc.array(place, { minLength: 1, maxLength: 3 }), (revisions, places) => {
      const id = placedId('thumb', ['answered'], { name: revisions, places });
      expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
      const shown = read(id);
      expect(shown?.name).toEqual(revisions);
      const spans = (all: readonly ExcerptPlace[]) =>
        all.map(({ document, start, end }) => [document, start, end]);
      expect(spans(shown?.places ?? [])).toEqual(spans(places));
      expect(shown?.places.map(({ differing }) => differing?.kind)).toEqual(
        places.map(({ differing }) => differing?.kind),
      );
    }),
  );
});

test('where there is room, all that is known of an excerpt is there', () => {
  const places: ExcerptPlace[] = [
    { document: 3, start: 1_000, end: 1_200, copies: [{ document: 7, start: 12 }] },
    { document: 0, start: 0, end: 90, copies: [], differing: { kind: 'sources', date: '2025-07-28' } },
    { document: 9, start: 5, end: 95, copies: [], differing: { kind: 'times' } },
  ];
  const shown = { name: { shared: 12, guild: 4 }, places };
  expect(read(placedId('cite', [0], shown))).toEqual(shown);
});

test('of more than there is room for, the first are there', () => {
  const places = Array.from({ length: 12 }, (_, at) => ({
    document: at,
    start: 5_000_000,
    end: 5_000_400,
    copies: [],
  }));
  const shown = read(placedId('more', [0], { name: { shared: 1 }, places }))?.places ?? [];
  expect(shown.length).toBeGreaterThan(4);
  expect(shown).toEqual(places.slice(0, shown.length));
});

test.each([
  '',
  '1',
  'x:0.0.1',
  '1:',
  '1:0.0',
  '1:0.0.1_',
  '1:0.0.1!x',
  '1:-1.0.1',
  '1.2.3:0.0.1',
  '1:0.0.1~3',
])('anything else is none of ours: %s', (args) => expect(read(`ask:cite:0:${args}`)).toBeUndefined());
