import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FolderError } from '../../src/documents/folder.js';
import { heldFile } from '../../src/documents/original-file.js';
import { withBytes } from '../../src/library/originals.js';
import { documentOf } from '../support/documents-reading.js';
import { drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

test('all documents come with their bytes, some at a time, and no more of them at once than can be held', async () => {
  const document = documentOf('a.md', '# A\n\nText.\n');
  const sizes = fc.array(fc.constantFrom(0, 10, 1_500_000, 3_900_000, 4_000_000, 8_000_000), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(sizes, async (all) => {
      let asked = 0;
      const sourced = all.map((size, at) => ({
        document,
        original: {
          ...heldFile({ path: `${at}`, bytes: Buffer.of() }),
          async bytes() {
            asked++;
            return Buffer.alloc(size);
          },
        },
      }));
      const seen: string[] = [];
      for await (const some of withBytes(sourced)) {
        const held = some.reduce((sum, { original }) => sum + original.bytes.byteLength, 0);
        expect(some.length === 1 || held <= 4_000_000).toBe(true);
        seen.push(...some.map(({ original }) => original.path));
        // What comes after was read no further than to see that there is no more room.
        expect(asked).toBeLessThanOrEqual(seen.length + 1);
      }
      expect(seen).toEqual(all.map((_, at) => `${at}`));
    }),
    { numRuns: 50 },
  );
});

test('a file that is changed between reading and keeping ends the refresh, and nothing of it is kept', async () => {
  const bench = await setUp();
  const ferry = '# Ferry\n\nThe ferry leaves at noon.\n';
  await bench.write('ferry.md', ferry);
  let meanwhile = async () => {};
  const library = await bench.open({
    judgedQuestions: async () => {
      await meanwhile();
      return [];
    },
  });
  await bench.write('ferry.md', ferry.replace('noon', 'nine'));
  meanwhile = () => bench.write('ferry.md', ferry.replace('noon', 'ten'));
  const refresh = { collection: 'shared', by: 'mod' } as const;
  await expect(library.refresh(refresh)).rejects.toMatchObject({ name: FolderError.name, reason: 'changed' });
  meanwhile = async () => {};
  await library.publish(drafted(await library.refresh(refresh)), 'mod');
  expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('ten');
  await bench.end();
});
