import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extendSnapshot } from '../../src/index/snapshot.js';
import { type Library, StillPreparing } from '../../src/library/library.js';
import type { ExtendSnapshot } from '../../src/library/serving.js';
import { attachment, type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

// Servers beside each other: what is built for one is no reason for another to wait. The order of what happens is what
// these tests look at; a machine may be as slow as it likes.

const SLOW = '1';
const OTHER = '2';
const club = '# Club\n\nThe club meets on Friday evening.\n';
const yard = '# Yard\n\nThe yard of the slow server opens on Monday.\n';
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', ferry);
  library = await bench.open();
});

afterEach(() => bench.end());

function of(guildId: string) {
  return { collection: `guild:${guildId}`, by: 'mod', guildId } as const;
}

async function add(guildId: string, path: string, text: string, to = library) {
  await to.publish(drafted(await to.add(of(guildId), attachment(path, text))), 'mod', true);
}

async function publishFerry(text: string, by: Library): Promise<void> {
  await bench.write('ferry.md', ferry.replace('noon', text));
  await by.publish(drafted(await by.refresh({ collection: 'shared', by: 'mod' })), 'mod');
}

/** What is put together for the slow server does not end until it is let go on. */
function createHold() {
  let [end, begun] = [() => {}, () => {}];
  let held = Promise.resolve();
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const extend: ExtendSnapshot = async (shared, name, own, giveWay) => {
    if (own.documents.some(({ id }) => id === 'server/yard')) {
      begun();
      await held;
    }
    return extendSnapshot(shared, name, own, giveWay);
  };
  return {
    parts: { extendSnapshot: extend },
    begin() {
      held = new Promise((resolve) => {
        end = resolve;
      });
    },
    /** Resolves when something of the slow server is held. */
    hasBegun: () => beginning,
    end: () => end(),
  };
}

describe('while what one server is answered from is being built', () => {
  test('others are answered, and publish', async () => {
    await add(SLOW, 'yard.md', yard);
    await add(OTHER, 'club.md', club);
    const hold = createHold();
    hold.begin();
    const restarted = await bench.open(hold.parts);
    const slow = firstExcerpt(restarted, SLOW, 'When does the yard open?');
    expect(await firstExcerpt(restarted, OTHER, 'When does the club meet?')).toContain('Friday');
    await add(OTHER, 'club.md', club.replace('Friday', 'Sunday'), restarted);
    expect(await firstExcerpt(restarted, OTHER, 'When does the club meet?')).toContain('Sunday');
    await add('3', 'club.md', club.replace('Friday', 'Tuesday'), restarted);
    expect(await firstExcerpt(restarted, '3', 'When does the club meet?')).toContain('Tuesday');
    await publishFerry('nine', restarted);
    expect(await firstExcerpt(restarted, null, 'When does the ferry leave?')).toContain('at nine');
    hold.end();
    expect(await slow).toContain('Monday');
    // It was begun beside the shared documents of before.
    expect((await restarted.current(SLOW)).name).toEqual({ shared: 2, guild: 1 });
  });

  test('its own members are told when that takes longer than they wait', async () => {
    await add(SLOW, 'yard.md', yard);
    const hold = createHold();
    hold.begin();
    const patience = new AbortController();
    const restarted = await bench.open({ ...hold.parts, patience: () => patience.signal });
    const waiting = restarted.current(SLOW);
    patience.abort(new Error('ten seconds'));
    await expect(waiting).rejects.toThrow(StillPreparing);
    // It is prepared on: whoever asks in a moment is answered.
    hold.end();
    await expect
      .poll(() => restarted.current(SLOW).catch(() => undefined))
      .toMatchObject({ name: { guild: 1 } });
  });

  test('a large one that began first is ready last', async () => {
    const sentences = (number: number) =>
      Array.from({ length: 20 }, (_, at) => `Gate ${at} of yard ${number} opens at dawn.`).join(' ');
    const paragraphs = Array.from({ length: 900 }, (_, number) => sentences(number));
    await add(SLOW, 'yard.md', `# Yard\n\n${paragraphs.join('\n\n')}\n`);
    await add(OTHER, 'club.md', club);
    const restarted = await bench.open();
    const ready: string[] = [];
    await Promise.all([SLOW, OTHER].map(async (id) => ready.push((await restarted.current(id)) && id)));
    expect(ready).toEqual([OTHER, SLOW]);
  });
});

describe('when the shared documents change', () => {
  test('no server is answered from the old when the publish is over, and none waits for another', async () => {
    await add(SLOW, 'yard.md', yard);
    await add(OTHER, 'club.md', club);
    const hold = createHold();
    let isPatient = true;
    const restarted = await bench.open({
      ...hold.parts,
      patience: () => (isPatient ? new AbortController().signal : AbortSignal.abort()),
    });
    const shared = async (guildId: string) => (await restarted.current(guildId)).name.shared;
    expect([await shared(SLOW), await shared(OTHER)]).toEqual([1, 1]);
    hold.begin();
    await publishFerry('nine', restarted);
    expect(await shared(OTHER)).toBe(2);
    isPatient = false;
    await expect(shared(SLOW)).rejects.toThrow(StillPreparing);
    isPatient = true;
    hold.end();
    expect(await shared(SLOW)).toBe(2);
    expect(await firstExcerpt(restarted, SLOW, 'When does the ferry leave?')).toContain('at nine');
  });

  test('while what a server has is put beside them, it is not answered from the old', async () => {
    await add(SLOW, 'yard.md', yard);
    const hold = createHold();
    hold.begin();
    const restarted = await bench.open(hold.parts);
    const slow = restarted.current(SLOW);
    await hold.hasBegun();
    await publishFerry('nine', restarted);
    hold.end();
    expect((await slow).name).toEqual({ shared: 2, guild: 1 });
  });

  test('a server without documents of its own moves with them', async () => {
    await add(OTHER, 'club.md', club);
    await library.publish(drafted(await library.remove(of(OTHER), 'server/club')), 'mod', true);
    await publishFerry('nine', library);
    expect(await library.current(OTHER)).toBe(await library.current(null));
  });
});
