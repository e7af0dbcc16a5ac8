import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { en as copy } from '../../src/copy/en/en.js';
import { button, type ModeratedServer, markdownOf, openServer, textOf } from '../support/moderated-server.js';

// What can be seen of the excerpts of an answer beside themselves, with the real client.

const report = (title: string, body: string) =>
  `---\ntitle: ${title}\npublisher: Gazette\npublished: 2026-01-05\nurl: https://gazette.example/ferry\n---\n\n${body}\n`;
const ferry = (hour: string) =>
  report(
    'Ferry',
    `The quay is made of stone.\n\nThe ferry to the island leaves at ${hour}.\n\nTickets are sold on board.`,
  );
const question = 'When does the ferry to the island leave?';
const member: As = { user: 'member' };
const other: As = { user: 'editor' };

let server: ModeratedServer;

beforeEach(async () => {
  const more = ['barge', 'raft', 'yacht', 'canoe', 'liner'].map((boat, at): [string, string] => [
    `${boat}.md`,
    report(boat, `The ${boat} beside the ferry leaves the island for port number ${at + 3}.`),
  ]);
  server = await openServer({ files: { 'ferry.md': ferry('noon'), ...Object.fromEntries(more) } });
});

afterEach(() => server.end());

async function ask(options: Record<string, string | boolean> = {}): Promise<APIMessage> {
  const exchange = await server.playground.use({
    command: 'ask',
    options: { question, ...options },
    ...member,
  });
  return exchange.message ?? expect.fail('no answer');
}

/** Presses a button, and gives what came of it: a message aside, or the changed message. */
async function press(message: APIMessage, label: string, as: As = other) {
  const exchange = await server.playground.press(message, button(message, label), as);
  const shown = exchange.followUps.at(-1) ?? exchange.message ?? expect.fail('nothing came of it');
  return { shown, text: textOf(shown), isPrivate: exchange.ephemeral };
}

async function publish(change: () => Promise<void>): Promise<void> {
  await change();
  const draft = await server.library.refresh({ collection: 'shared', by: 'mod' });
  if (draft.kind !== 'draft') expect.fail(draft.kind);
  await server.library.publish(draft, 'mod', true);
}

const leavesAtNine = () => publish(() => server.bench.write('ferry.md', ferry('nine')));

describe('Context', () => {
  test('shows the one who presses it the passages before and after, the excerpt in bold, and all sources', async () => {
    const message = await ask();
    const { shown, text, isPrivate } = await press(message, copy.ask.context);
    expect(isPrivate).toBe(true);
    expect(text).toContain('The quay is made of stone.');
    expect(markdownOf(shown)).toContain('> **The ferry to the island leaves at noon.**');
    expect(text).toContain('Tickets are sold on board.');
    expect(markdownOf(shown)).toContain('- [Gazette](<https://gazette.example/ferry>), 5 January 2026');
    expect(textOf(server.playground.read(member).find(({ id }) => id === message.id))).toBe(textOf(message));
  });

  test('turns to the next excerpt in its place, and back', async () => {
    const first = await press(await ask(), copy.ask.context);
    const second = await press(first.shown, copy.reply.next);
    expect(second.shown.id).toBe(first.shown.id);
    expect(second.text).not.toContain('at noon');
    expect(second.text).toContain(copy.reply.page(2, 3));
    expect((await press(second.shown, copy.reply.previous)).text).toBe(first.text);
  });
});

test('More shows excerpts that the answer has not, with buttons of their own', async () => {
  const message = await ask();
  const { shown, text, isPrivate } = await press(message, copy.ask.more);
  expect(isPrivate).toBe(true);
  const ports = (of: string) => of.match(/port number \d/g) ?? [];
  expect(ports(text).length).toBeGreaterThan(0);
  for (const port of ports(text)) expect(textOf(message)).not.toContain(port);
  expect((await press(shown, copy.ask.context)).text).toContain(ports(text)[0]);
});

test('Cite gives the source in each format, in blocks of code', async () => {
  const { shown, isPrivate } = await press(await ask(), copy.ask.cite);
  expect(isPrivate).toBe(true);
  const text = markdownOf(shown);
  expect(text).toContain('```\n“Ferry”, Gazette, 5 January 2026');
  expect(text).toContain('```\n{{cite web |title=Ferry');
  expect(text).toContain('```\n@misc{gazette-2026-01-05,');
  // The day of this test.
  expect(text).toContain('|access-date=2026-03-01');
});

describe('Share', () => {
  test('posts a private answer for all, says who asked, and pings nobody', async () => {
    const message = await ask({ private: true });
    const { shown, isPrivate } = await press(message, copy.ask.share, member);
    expect(isPrivate).toBe(false);
    const { id } = server.playground.world.users.member ?? expect.fail('there is a member');
    expect(markdownOf(shown)).toContain(`<@${id}>`);
    expect(shown.mentions).toEqual([]);
    const seen = server.playground.read(other).at(-1);
    expect(textOf(seen)).toContain('at noon');
    expect((await press(seen ?? message, copy.ask.context)).text).toContain('made of stone');
    // What was private is kept nowhere, so there is nothing to rate.
    expect(JSON.stringify(shown.components)).not.toContain('ask:thumb');
  });

  test('is not there where all see the answer already, and counts as a question', async () => {
    expect(JSON.stringify((await ask()).components)).not.toContain('ask:share');
    const message = await ask({ private: true });
    for (let at = 0; at < 8; at += 1)
      expect((await press(message, copy.ask.share, member)).text).toContain('noon');
    expect((await press(message, copy.ask.share, member)).text).toContain(copy.ask.tooMany(10));
  });
});

describe('an answer stays bound to its revision', () => {
  test('after a restart, and where another is live', async () => {
    const message = await ask();
    await leavesAtNine();
    await server.restart();
    for (const label of [copy.ask.context, copy.ask.more, copy.ask.cite]) {
      const { text } = await press(message, label);
      expect(text, label).toContain(copy.ask.notLive('revision 1', 'revision 2'));
      expect(text, label).not.toContain('at nine');
    }
    const { shown, text } = await press(message, copy.ask.context);
    expect(text).toContain('at noon');
    const again = await press(shown, copy.ask.again);
    expect(again.shown.id).toBe(shown.id);
    expect(again.text).toContain('at nine');
    expect(again.text).toContain('revision 2');
    expect(again.isPrivate).toBe(true);
  });

  test('a private one is shared from it too, and says so', async () => {
    const message = await ask({ private: true });
    await leavesAtNine();
    const { shown, text } = await press(message, copy.ask.share, member);
    expect(text).toContain('at noon');
    expect(text).toContain(copy.ask.notLive('revision 1', 'revision 2'));
    const again = await press(shown, copy.ask.again);
    expect(again.shown.id).not.toBe(shown.id);
    expect(again.isPrivate).toBe(true);
    expect(again.text).toContain('at nine');
  });

  test('where its text was withdrawn nothing is shown of it', async () => {
    const message = await ask();
    await server.library.takedown('shared', 'ferry', 'asked by the ferry', 'host');
    const { text } = await press(message, copy.ask.context);
    expect(text).toContain(copy.ask.withdrawn);
    expect(text).not.toContain('at noon');
    expect(text).toContain('beside the ferry');
  });

  test('where nothing is kept of the revision, it says so', async () => {
    const message = await server.postButton('home', 'ask:context:0:7:0.0.9');
    // The first line of a message of ours that is no answer is no question.
    expect((await press(message, 'Press')).text).toBe(copy.reply.staleButton);
    const answer = await ask();
    const lost = await server.playground.press(answer, button(answer, copy.ask.context), other);
    expect(textOf(lost.message)).not.toContain(copy.ask.letGo('revision 1'));
  });
});
