import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heldFile } from '../../src/documents/original-file.js';
import { searchPassages } from '../../src/index/ranking/passages.js';
import type { Library } from '../../src/library/library.js';
import { attachment, type Bench, drafted, firstExcerpt, knownIn, setUp } from '../support/knowledge-base.js';

const DAY = 24 * 60 * 60 * 1_000;
const club = '# Club\n\nThe club meets on Friday evening.\n';

/** Bytes of the club's document, as JSON, with its file. */
const STORED_CLUB =
  Buffer.byteLength(JSON.stringify({ ...attachment('club.md', club).document, id: 'server/club' })) +
  club.length;

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  library = await bench.open();
});

afterEach(() => bench.end());

function of(guildId: string) {
  return { collection: `guild:${guildId}`, by: 'mod', guildId } as const;
}

async function add(guildId: string, path: string, text: string, to = library) {
  const draft = drafted(await to.add(of(guildId), attachment(path, text)));
  await to.publish(draft, 'mod', true);
  return draft.preview;
}

describe('a document that a server adds', () => {
  test('is answered from in that server, beside the shared ones, after it was published', async () => {
    const draft = drafted(await library.add(of('1'), attachment('club.md', club)));
    expect(draft.preview).toMatchObject({
      kind: 'add',
      added: [{ id: 'server/club', title: 'Club', passages: 1 }],
    });
    expect(await firstExcerpt(library, '1', 'When does the club meet?')).toBeUndefined();
    await library.publish(draft, 'mod');
    expect(await firstExcerpt(library, '1', 'When does the club meet?')).toBe(
      'The club meets on Friday evening.',
    );
    expect(await firstExcerpt(library, '1', 'When does the ferry leave?')).toContain('at noon');
    expect((await library.current('1')).name).toEqual({ shared: 1, guild: 1 });
    for (const elsewhere of ['2', null]) {
      expect(await firstExcerpt(library, elsewhere, 'When does the club meet?')).toBeUndefined();
      expect((await library.current(elsewhere)).name).toEqual({ shared: 1 });
    }
  });

  test('is replaced by one of the same name, and removed', async () => {
    await add('1', 'club.md', club);
    const { preview } = drafted(
      await library.add(of('1'), attachment('club.md', club.replace('Friday', 'Sunday'))),
    );
    expect(preview).toMatchObject({ added: [], changed: [{ id: 'server/club' }] });
    expect(await library.remove(of('1'), 'server/nothing')).toEqual({
      kind: 'no-document',
      document: 'server/nothing',
    });
    const removal = drafted(await library.remove(of('1'), 'server/club'));
    expect(removal.preview).toMatchObject({ removed: [{ id: 'server/club' }] });
    await library.publish(removal, 'mod', true);
    expect(await firstExcerpt(library, '1', 'When does the club meet?')).toBeUndefined();
    // Without documents of its own the server shares the one shared snapshot.
    expect(await library.current('1')).toBe(await library.current(null));
  });

  test('that is in the folder of all is refused to be removed there', async () => {
    const request = { collection: 'shared', by: 'mod' } as const;
    expect(await library.remove(request, 'ferry')).toEqual({ kind: 'in-folder', document: 'ferry' });
  });

  test('stays when the shared collection changes, and numbers name both revisions', async () => {
    await add('1', 'club.md', club);
    await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at nine.\n');
    const draft = drafted(await library.refresh({ collection: 'shared', by: 'mod' }));
    await library.publish(draft, 'mod');
    expect((await library.current('1')).name).toEqual({ shared: 2, guild: 1 });
    expect(await firstExcerpt(library, '1', 'When does the ferry leave?')).toContain('at nine');
    expect(await firstExcerpt(library, '1', 'When does the club meet?')).toContain('Friday');
  });

  test('is refreshed to what it is: nothing fetches a file again', async () => {
    await add('1', 'club.md', club);
    expect(await library.refresh(of('1'))).toEqual({ kind: 'unchanged', problems: [] });
    expect(await library.documents('guild:1')).toMatchObject([
      { document: { id: 'server/club' }, passages: 1, origin: { kind: 'file', name: 'club.md' } },
    ]);
  });

  test('is given back as the file that this server added, whatever another read the same from', async () => {
    const html = (script: string) => `<title>Club</title><script>${script}</script><p>We meet on Friday.</p>`;
    const page = (script: string) => {
      const original = heldFile({ path: 'club.html', bytes: Buffer.from(html(script)) });
      return { ...attachment('club.md', club), original };
    };
    // Their preview is enough: it is kept before anybody publishes it.
    drafted(await library.add(of('2'), page('theirs()')));
    await library.publish(drafted(await library.add(of('1'), page('ours()'))), 'mod', true);
    const files = [];
    for await (const { file } of library.export('guild:1')) files.push(Buffer.from(file.bytes).toString());
    expect(files.filter((file) => /ours|theirs/.test(file))).toEqual([html('ours()')]);
  });

  test('that was withdrawn cannot be added again', async () => {
    await add('1', 'club.md', club);
    await library.takedown('guild:1', 'server/club', 'asked by the club', 'host');
    expect(await firstExcerpt(library, '1', 'When does the club meet?')).toBeUndefined();
    expect(await library.add(of('2'), attachment('renamed.md', club))).toEqual({
      kind: 'withdrawn',
      document: 'server/renamed',
    });
  });

  test.each([
    ['documents', { documents: 1, bytes: 1_000, passages: 10, storage: 9_000 }, 2],
    // 39 of each text, and its title over its paragraph.
    ['bytes', { documents: 5, bytes: 80, passages: 10, storage: 9_000 }, 86],
    ['passages', { documents: 5, bytes: 1_000, passages: 1, storage: 9_000 }, 2],
    ['storage', { documents: 5, bytes: 1_000, passages: 10, storage: 500 }, 2 * STORED_CLUB],
  ] as const)('is refused past the limit of %s', async (limit, limits, wanted) => {
    const bounded = await bench.open({ limits });
    await add('1', 'club.md', club, bounded);
    expect(await bounded.add(of('1'), attachment('more.md', club.replace('Friday', 'Monday')))).toEqual({
      kind: 'over-limit',
      limit,
      most: limits[limit],
      wanted,
    });
    // Replacing what is there is no more than before.
    drafted(await bounded.add(of('1'), attachment('club.md', club.replace('Friday', 'Monday'))));
  });

  test('counts headings for each paragraph below them, as the index has them', async () => {
    const bounded = await bench.open({
      limits: { documents: 5, bytes: 20_000, passages: 1_000, storage: 1_000_000 },
    });
    const heading = `## ${'A club of many clubs '.repeat(14).trim()}`;
    const paragraphs = 'It meets.\n\n'.repeat(100);
    // 11 bytes and the title for each paragraph; with the heading, 294 more.
    drafted(await bounded.add(of('1'), attachment('flat.md', `# Club\n\n${paragraphs}`)));
    expect(
      await bounded.add(of('1'), attachment('long.md', `# Club\n\n${heading}\n\n${paragraphs}`)),
    ).toMatchObject({ kind: 'over-limit', limit: 'bytes' });
  });
});

test('earlier revisions of a server go when it has no room for them, and cannot be brought back then', async () => {
  const room = 3.5 * STORED_CLUB;
  const bounded = await bench.open({ limits: { documents: 5, bytes: 1_000, passages: 10, storage: room } });
  for (const day of ['Friday', 'Monday', 'Sunday'])
    await add('1', 'club.md', club.replace('Friday', day), bounded);
  const isKept = async () => (await bounded.revisions('guild:1', 9)).map((revision) => revision.isKept);
  expect(await isKept()).toEqual([true, true, true]);
  // Previews drop nothing that was published.
  const draft = drafted(await bounded.add(of('1'), attachment('club.md', club.replace('Friday', 'Tuesday'))));
  expect(await isKept()).toEqual([true, true, true]);
  await bounded.publish(draft, 'mod');
  expect(await isKept()).toEqual([true, true, true, false]);
  expect(await bounded.rollback(of('1'), 1)).toEqual({ kind: 'let-go', revision: 1 });
  expect(await bounded.rollback(of('1'), 9)).toEqual({ kind: 'no-revision', revision: 9 });
  const { preview } = drafted(await bounded.rollback(of('1'), 2));
  expect(preview.changed[0]?.lines.map(({ text }) => text)).toContain('The club meets on Monday evening.');
});

test('of the previews of a server the latest twenty can be published', async () => {
  const previews: string[] = [];
  for (let hour = 1; hour <= 21; hour += 1) {
    const text = club.replace('evening', `at ${hour}`);
    previews.push(drafted(await library.add(of('1'), attachment('club.md', text))).id);
    bench.now = new Date(bench.now.getTime() + 1_000);
  }
  const kept = await Promise.all(previews.map(async (id) => (await library.draft(id)) !== undefined));
  expect(kept).toEqual([false, ...Array(20).fill(true)]);
});

test('what members of one server have is never seen in another', async () => {
  const guilds = ['1', '2', '3'];
  const step = fc.record({
    guild: fc.constantFrom(...guilds),
    name: fc.constantFrom('a', 'b'),
    action: fc.constantFrom('add', 'remove', 'rollback', 'teach', 'ask'),
    number: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const own = await setUp();
      try {
        await own.write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
        const some = await own.open();
        for (const [at, { guild, name, action, number }] of steps.entries()) {
          const secret = `secret${guild} number ${at}`;
          const proposal =
            action === 'add'
              ? await some.add(
                  of(guild),
                  attachment(`${name}.md`, `# Secret${guild}\n\nThe ${secret} is here.\n`),
                )
              : action === 'remove'
                ? await some.remove(of(guild), `server/${name}`)
                : action === 'rollback'
                  ? await some.rollback(of(guild), number)
                  : action === 'teach'
                    ? await some.teach(of(guild), {
                        put: [
                          {
                            question: `What is ${secret}?`,
                            answers: [{ document: 'ferry', text: 'The ferry leaves at noon.' }],
                          },
                        ],
                      })
                    : await some.noteQuestion(guild, {}, `What is ${secret}?`, 'none');
          if (!proposal) continue;
          expectNothingOfOthers(JSON.stringify(proposal), guild);
          if (proposal.kind === 'draft') await some.publish(proposal, 'mod', true);
        }
        for (const guild of guilds) {
          const snapshot = await some.current(guild);
          const seen = [
            snapshot.documents,
            knownIn(snapshot),
            await some.knownQuestions(`guild:${guild}`),
            (await searchPassages(snapshot, 'secret1 secret2 secret3 number', 100)).map(
              ({ passage }) => snapshot.passages.at(passage)?.document,
            ),
            await some.documents(`guild:${guild}`),
            await some.questions(guild),
            await some.history(`guild:${guild}`, 100),
            await some.revisions(`guild:${guild}`, 100),
          ];
          expectNothingOfOthers(JSON.stringify(seen), guild);
        }
        expect(JSON.stringify((await some.current(null)).documents)).not.toMatch(/secret/i);
      } finally {
        await own.end();
      }
    }),
    { numRuns: 15 },
  );
});

function expectNothingOfOthers(seen: string, guild: string): void {
  const others = [...seen.matchAll(/secret(\d)/gi)].filter(([, owner]) => owner !== guild);
  expect(others).toEqual([]);
}

describe('questions', () => {
  test('that ask nearly the same are shown together, under the one asked most', async () => {
    for (const question of [
      'When does the harbour museum open?',
      'when does the Harbour Museum open',
      'When does the harbour museum open??',
      'When do the harbour museums open?',
      'Who is the mayor?',
    ]) {
      await library.noteQuestion('1', {}, question, 'none');
    }
    await library.noteQuestion('1', {}, 'When does the ferry leave?', 'answered');
    await library.noteThumb('1', {}, 'Who is the mayor?', 'ann', { verdict: 'answered', isUp: false });
    const asked = await library.questions('1');
    expect(asked.map(({ text, unanswered, thumbs }) => [text, unanswered, thumbs.answered.down])).toEqual([
      ['When does the harbour museum open?', 4, 0],
      ['Who is the mayor?', 1, 1],
    ]);
    if (asked[0]) await library.dismiss(asked[0], 'mod');
    await library.noteQuestion('1', {}, 'When do the harbour museums open?', 'none');
    expect((await library.questions('1')).map(({ text }) => text)).toEqual(['Who is the mayor?']);
  });

  test('are not kept where the server turned the log off, and what was kept is dropped', async () => {
    await library.noteQuestion('1', {}, 'Who is the mayor?', 'none');
    await library.saveSettings('1', { questionLog: false }, 'mod');
    const settings = await library.settings('1');
    await library.noteQuestion('1', settings, 'Who is the mayor?', 'none');
    await library.noteThumb('1', settings, 'Who is the mayor?', 'ann', { verdict: 'answered', isUp: true });
    expect(await library.questions('1')).toEqual([]);
    expect(settings).toEqual({ questionLog: false });
    expect(await library.history('guild:1', 1)).toMatchObject([{ action: 'settings', actor: 'mod' }]);
    await library.noteQuestion(null, {}, 'Who is the mayor?', 'none');
  });

  test('that were asked before the log was turned off, here or in another process, are remembered nowhere', async () => {
    const question = 'When does the ferry leave?';
    const other = await bench.open();
    await other.noteQuestion('1', {}, question, 'answered');
    await library.noteQuestion('1', {}, question, 'answered');
    const change = { collection: 'guild:1', by: 'mod', guildId: '1' } as const;
    const drafts = [
      drafted(await library.add(change, attachment('club.md', club))),
      drafted(await other.add(change, attachment('club.md', club))),
    ];
    expect(drafts.map(({ preview }) => preview.answers.compared)).toEqual([1, 1]);
    await library.saveSettings('1', { questionLog: false }, 'mod');
    // The settings of these were read before that.
    await library.noteQuestion('1', {}, question, 'answered');
    await other.noteQuestion('1', {}, 'Who is the mayor?', 'none');
    await other.noteThumb('1', {}, question, 'ann', { verdict: 'answered', isUp: true });
    const [mine, theirs] = await Promise.all([
      library.draft(drafts[0]?.id ?? ''),
      other.draft(drafts[1]?.id ?? ''),
    ]);
    await library.saveSettings('1', { questionLog: true }, 'mod');
    expect([mine, theirs].map((draft) => draft?.preview.answers.compared)).toEqual([0, 0]);
    expect(await library.questions('1')).toEqual([]);
    for (const some of [library, other]) {
      const { preview } = drafted(await some.add(change, attachment('fair.md', club)));
      expect(preview.answers.compared).toBe(0);
    }
  });
});

test('a server that the bot left is forgotten after 30 days, in every process', async () => {
  await add('1', 'club.md', club);
  const other = await bench.open();
  expect(await firstExcerpt(other, '1', 'When does the club meet?')).toContain('Friday');
  await library.guildLeft('1');
  bench.now = new Date(bench.now.getTime() + 30 * DAY);
  // Every start cleans up.
  await bench.open();
  await expect
    .poll(() => firstExcerpt(other, '1', 'When does the club meet?'), { timeout: 20_000 })
    .toBeUndefined();
  expect(await library.documents('guild:1')).toEqual([]);
});
