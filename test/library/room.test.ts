import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRoom } from '../../src/library/room.js';

test('never more goes on at a time than there is room for, and everything gets in', () =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({ size: fc.nat({ max: 15 }), fails: fc.boolean() }), { maxLength: 12 }),
      async (scheduler, works) => {
        const room = createRoom(10);
        let inside = 0;
        const done = works.map(({ size, fails }) =>
          room.with(size, async () => {
            const taken = Math.min(size, 10);
            inside += taken;
            expect(inside).toBeLessThanOrEqual(10);
            await scheduler.schedule(Promise.resolve());
            inside -= taken;
            if (fails) throw new Error('failed');
            return size;
          }),
        );
        const all = Promise.allSettled(done);
        await scheduler.waitFor(all);
        const outcomes = (await all).map((outcome) => outcome.status === 'fulfilled' && outcome.value);
        expect(outcomes).toEqual(works.map(({ size, fails }) => !fails && size));
        // There is room for all of it again.
        expect(await room.with(10, async () => 'in')).toBe('in');
      },
    ),
  ));

async function orderOf(sizes: readonly number[]): Promise<number[]> {
  const room = createRoom(10);
  const order: number[] = [];
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const first = room.with(10, () => left);
  const others = sizes.map((size) => room.with(size, async () => void order.push(size)));
  leave();
  await Promise.all([first, ...others]);
  return order;
}

test('the smallest that waits is let in first', async () => {
  expect(await orderOf([7, 9, 6, 6])).toEqual([6, 6, 7, 9]);
});

test('a large one is passed by eight that came later, and by no more', async () => {
  const small = Array<number>(20).fill(6);
  expect((await orderOf([9, ...small])).indexOf(9)).toBe(8);
});
