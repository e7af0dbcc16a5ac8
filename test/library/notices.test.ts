import { describe, expect, test } from 'vitest';
import { databaseKinds } from '../support/databases.js';
import { attachment, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

for (const { name, fresh } of databaseKinds) {
  describe.skipIf(!fresh)(`two processes on ${name}`, () => {
    test('answer from what one of them published', async () => {
      const bench = await setUp(fresh);
      try {
        await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
        const [one, other] = [await bench.open(), await bench.open()];
        await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at nine.\n');
        const shared = drafted(await one.refresh({ collection: 'shared', by: 'mod' }));
        await one.publish(shared, 'mod');
        const ferry = () => firstExcerpt(other, '1', 'When does the ferry leave?');
        await expect.poll(ferry, { timeout: 20_000 }).toContain('at nine');

        const own = { collection: 'guild:1', by: 'mod' } as const;
        const club = attachment('club.md', '# Club\n\nThe club meets on Friday evening.\n');
        await one.publish(drafted(await one.add(own, club)), 'mod');
        const meeting = () => firstExcerpt(other, '1', 'When does the club meet?');
        await expect.poll(meeting, { timeout: 20_000 }).toContain('Friday');
      } finally {
        await bench.end();
      }
    });
  });
}
