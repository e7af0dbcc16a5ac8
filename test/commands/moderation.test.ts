import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import type { Store } from '../../src/store/store.js';
import {
  button,
  type ModeratedServer,
  moderator,
  openServer,
  owner,
  textOf,
} from '../support/moderated-server.js';

// Moderators keep the documents from inside Discord: the real client, a real database, and the playground, which
// refuses what Discord refuses.

const words = copy.knowledge;
const ferry =
  '# Ferry\n\nThe ferry to the island leaves at noon.\n\nIt takes forty minutes in calm weather.\n';
const files = {
  'ferry.md': ferry,
  'market.md': '# Market\n\nThe market opens on Tuesday.\n',
  'lighthouse.md': '# Lighthouse\n\nThe lighthouse was built in 1881.\n',
};
const shared = `-# ${words.collection.title(true)}`;
const question = 'When does the ferry to the island leave?';

let server: ModeratedServer;
let draftReads: number;

beforeEach(async () => {
  draftReads = 0;
  server = await openServer({ files, wrapStore: countingDrafts });
});

function countingDrafts(store: Store): Store {
  return {
    ...store,
    draft(id) {
      draftReads += 1;
      return store.draft(id);
    },
  };
}

afterEach(() => server.end());

const knowledge: ModeratedServer['knowledge'] = (...use) => server.knowledge(...use);
const press: ModeratedServer['press'] = (...what) => server.press(...what);

async function editFolder(): Promise<void> {
  await server.bench.write('bakery.md', '# Bakery\n\nThe bakery sells bread from six.\n');
  await server.bench.write('ferry.md', ferry.replace('at noon', 'at nine'));
  await server.bench.remove('market.md');
  await server.bench.write('broken.md', Uint8Array.of(35, 32, 255, 254, 10));
}

describe('a refresh', () => {
  test('previews what was added, changed, removed and broken; members get it when it is published; a roll back takes it back', async () => {
    expect(await server.ask(question)).toContain('at noon');
    await editFolder();

    const preview = await knowledge('refresh');
    const text = textOf(preview);
    expect(text).toContain('1 added · 1 changed · 1 removed · 1 unchanged');
    expect(text).toMatch(/\*\*Added\*\*\n- \*\*Bakery\*\* `bakery` · 1 passage\n/);
    expect(text).toMatch(/\*\*Removed\*\*\n- \*\*Market\*\* `market` · 1 passage\n/);
    expect(text).toContain(
      'Changed: **Ferry**\n```diff\n- The ferry to the island leaves at ⟦noon⟧.\n+ The ferry to the island leaves at ⟦nine⟧.\n```',
    );
    expect(text).toMatch(/\*\*Problems\*\*\n- broken\.md:1: is not UTF-8 text/);
    expect(text).toMatch(
      /Answers: 1 of 1 question would be answered differently\*\*\n.*When does the ferry.*\n- − “.*at noon\..*” \(ferry\)\n- \+ “.*at nine\..*” \(ferry\)/,
    );
    expect(await server.ask(question)).toContain('at noon');

    const published = await press(preview, words.preview.publish);
    expect(textOf(published)).toContain('Published as revision 2 by <@');
    expect(await server.ask(question)).toContain('at nine');

    const back = await knowledge('rollback', { revision: 1 });
    expect(textOf(back)).toContain('1 added · 1 changed · 1 removed · 1 unchanged');
    expect(await server.ask(question)).toContain('at nine');
    expect(textOf(await press(back, words.preview.publish))).toContain('Published as revision 3');
    expect(await server.ask(question)).toContain('at noon');
  });

  test('reads its draft once for a press of Publish, beside the look of the store that publishes it', async () => {
    await editFolder();
    const preview = await knowledge('refresh');
    // What was just prepared is shown as it is.
    expect(draftReads).toBe(0);
    await press(preview, words.preview.publish);
    expect(draftReads).toBe(1);
  });

  test('that finds nothing new says so', async () => {
    expect(textOf(await knowledge('refresh'))).toBe(`${words.proposal.unchanged}\n${shared}`);
  });

  test('can be discarded', async () => {
    await editFolder();
    const preview = await knowledge('refresh');
    expect(textOf(await press(preview, words.preview.discard))).toBe(
      `${words.published.discarded}\n${shared}`,
    );
    expect(await server.ask(question)).toContain('at noon');
  });

  test('keeps its buttons over a restart of the bot', async () => {
    await editFolder();
    const preview = await knowledge('refresh');
    await server.restart();
    expect(textOf(await press(preview, words.preview.publish))).toContain('Published as revision 2');
    expect(await server.ask(question)).toContain('at nine');
  });

  test('can be published for a day', async () => {
    await editFolder();
    const preview = await knowledge('refresh');
    server.bench.now = new Date(server.bench.now.getTime() + 25 * 60 * 60 * 1000);
    expect(textOf(await press(preview, words.preview.publish))).toBe(words.published.gone);
    expect(await server.ask(question)).toContain('at noon');
  });

  test('of two moderators, the second to publish is told, and can preview it again', async () => {
    await editFolder();
    const first = await knowledge('refresh');
    const second = await knowledge('refresh', {}, owner);
    await press(first, words.preview.publish);
    const stale = await press(second, words.preview.publish, owner);
    expect(textOf(stale)).toBe(`${words.published.stale(1, 2)}\n${shared}`);
    await server.bench.remove('bakery.md');
    const again = await press(stale, words.preview.again, owner);
    expect(textOf(again)).toContain('0 added · 0 changed · 1 removed · 2 unchanged');
    expect(textOf(await press(again, words.preview.publish, owner))).toContain('Published as revision 3');
  });

  test('that loses more than half of the passages needs a second press', async () => {
    for (const path of ['ferry.md', 'market.md']) await server.bench.remove(path);
    const preview = await knowledge('refresh');
    expect(textOf(preview)).toContain('Fewer than half of the passages would be left: 1 of 4');
    const asked = await press(preview, words.preview.publish);
    expect(textOf(asked)).toContain(words.preview.sureToo);
    expect(await server.ask(question)).toContain('at noon');
    expect(textOf(await press(asked, words.preview.publishAnyway))).toContain('Published as revision 2');
  });

  test('with more than a message can hold has pages', async () => {
    for (let number = 0; number < 40; number += 1) {
      await server.bench.write(
        `new/document-${number}.md`,
        `# Document with the number ${number} ${'and a long title '.repeat(5)}\n\nText number ${number}.\n`,
      );
    }
    const preview = await knowledge('refresh');
    expect(textOf(preview)).toMatch(/Page 1 of \d/);
    const next = await press(preview, copy.reply.next);
    expect(textOf(next)).toMatch(/Page 2 of \d/);
    expect(textOf(next)).toContain('`new/document-');
    expect(textOf(await press(next, words.preview.publish))).toContain('Published as revision 2');
  });

  test('whose folder is gone says what to do', async () => {
    await server.bench.rename();
    const text = textOf(await knowledge('refresh'));
    expect(text).toContain('Create it, or name another one in KNOWLEDGE_DIR.');
    // Where it was on the machine of the host is for the log.
    expect(text).not.toContain(server.bench.folder);
  });
});

describe('who may', () => {
  test('a member is refused by the handler, even if Discord let the command through', async () => {
    for (const [command, options] of Object.entries({
      refresh: {},
      'refresh ': { collection: 'server' },
      add: { url: 'https://example.org' },
      remove: { document: 'ferry' },
      list: {},
      status: {},
      history: {},
      rollback: { revision: 1 },
      questions: {},
      settings: { page: 'answers' },
    })) {
      const message = await knowledge(command.trim(), options, { user: 'member' });
      expect(textOf(message), command).toBe(words.refusal.moderators().join(''));
    }
  });

  test('a member who presses the buttons of a preview is refused, and the preview stays', async () => {
    await editFolder();
    const preview = await knowledge('refresh');
    // Ephemeral: Discord shows it to the moderator alone. One in a report channel is seen by all.
    const id = button(preview, words.preview.publish);
    const report = await server.postButton('home', id);
    const refused = await server.playground.press(report, id, { user: 'member' });
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toBe(words.refusal.moderators().join(''));
    expect(await server.ask(question)).toContain('at noon');
  });

  test('the moderator role may, from when it is set', async () => {
    const editors = server.playground.world.guilds.home.roles.find(({ name }) => name === 'Editors');
    const editor: As = { user: 'editor' };
    expect(textOf(await knowledge('status', {}, editor))).toContain('Only members who may manage');
    await server.library.saveSettings(
      server.playground.homeGuildId,
      { moderatorRole: `${editors?.id}` },
      'mod',
    );
    expect(textOf(await knowledge('status', {}, editor))).toContain('Revision 1 is live');
    expect(textOf(await knowledge('status', {}, { user: 'member' }))).toContain(
      `the role <@&${editors?.id}>`,
    );
  });

  test('moderators of another server keep its own documents, and not the shared ones', async () => {
    const there: As = { ...moderator, guild: 'other' };
    expect(textOf(await knowledge('list', {}, there))).toBe(words.list.none(false));
    expect(textOf(await knowledge('refresh', { collection: 'shared' }, there))).toBe(
      words.refusal['home-moderators'],
    );
  });

  test('nobody but moderators is offered revisions or documents', async () => {
    const typing = { command: 'knowledge rollback', options: { revision: '' }, focused: 'revision' } as never;
    expect(await server.playground.autocomplete({ ...(typing as object), user: 'member' } as never)).toEqual(
      [],
    );
  });
});

describe('without a home server', () => {
  test('the shared documents are kept by the owner of the application, from any server', async () => {
    await server.end();
    server = await openServer({ files, home: 'none' });
    const shared = { collection: 'shared' };
    expect(textOf(await knowledge('status', shared))).toBe(words.refusal.owners);
    expect(textOf(await knowledge('status', shared, { ...owner, guild: 'other' }))).toContain(
      'Revision 1 is live',
    );
    expect(textOf(await knowledge('list'))).toBe(words.list.none(false));
  });
});
