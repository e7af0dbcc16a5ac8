import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLanes, type Lane } from '../../src/parsing/lanes.js';

// Work is let in and ends by hand here, so that every order of comings and goings can be tried.

const SIZE = 3;
const lanes: readonly Lane[] = [
  { name: 'host', width: SIZE },
  { name: 'harbour', width: 1 },
  { name: 'market', width: 1 },
  { name: 'club', width: 2 },
];

interface Piece {
  readonly lane: number;
  /** Ends it; absent while it waits. */
  leave?: () => void;
}

/** A day of work: a number below that of the lanes brings a piece to that lane, any other ends one that goes on. */
const days = fc.array(fc.nat({ max: 9 }), { maxLength: 60 });

async function live(
  day: readonly number[],
  look: (pieces: readonly Piece[], started: readonly Piece[]) => void,
) {
  const gate = createLanes(SIZE);
  const pieces: Piece[] = [];
  const started: Piece[] = [];
  const running = () => started.filter(({ leave }) => leave);
  for (const step of day) {
    const lane = lanes[step];
    if (lane) {
      const piece: Piece = { lane: step };
      pieces.push(piece);
      const work = () =>
        new Promise<void>((resolve, reject) => {
          started.push(piece);
          // Every other piece fails, which is no different.
          piece.leave = started.length % 2 === 0 ? resolve : () => reject(new Error('failed'));
        });
      void gate.with(lane, work).catch(() => {});
    } else {
      const ending = running()[step % Math.max(1, running().length)];
      const leave = ending?.leave;
      if (ending) delete ending.leave;
      leave?.();
    }
    await new Promise(setImmediate);
    expect(gate.running).toBe(running().length);
    expect(gate.waiting).toBe(pieces.length - started.length);
    look(pieces, started);
  }
}

test('never is more let in than there is room for, in all or of one lane, and none waits where there is room', async () => {
  await fc.assert(
    fc.asyncProperty(days, (day) =>
      live(day, (pieces, started) => {
        const goingOn = started.filter(({ leave }) => leave);
        expect(goingOn.length).toBeLessThanOrEqual(SIZE);
        for (const [at, { width }] of lanes.entries()) {
          const own = goingOn.filter(({ lane }) => lane === at).length;
          expect(own).toBeLessThanOrEqual(width);
          const isWaiting = pieces.some((piece) => piece.lane === at && !started.includes(piece));
          if (isWaiting) expect(own === width || goingOn.length === SIZE).toBe(true);
        }
      }),
    ),
  );
});

test('the work of a lane is let in in the order in which it came', async () => {
  await fc.assert(
    fc.asyncProperty(days, (day) =>
      live(day, (pieces, started) => {
        for (const at of lanes.keys()) {
          const own = (list: readonly Piece[]) => list.filter(({ lane }) => lane === at);
          expect(own(started)).toEqual(own(pieces).slice(0, own(started).length));
        }
      }),
    ),
  );
});

test('a lane that brings a hundred pieces lets one of another go first as soon as there is room', async () => {
  const gate = createLanes(1);
  const order: string[] = [];
  const work = async (name: string) => {
    await gate.with({ name, width: 1 }, async () => {
      order.push(name);
      await new Promise(setImmediate);
    });
  };
  const many = Array.from({ length: 100 }, () => work('harbour'));
  await Promise.all([...many, work('market'), work('club'), work('market')]);
  expect(order.slice(0, 7)).toEqual(['harbour', 'harbour', 'market', 'club', 'harbour', 'market', 'harbour']);
  expect(order).toHaveLength(103);
});
