import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RestFault } from '../../playground/faults.js';
import { en as copy } from '../../src/copy/en/en.js';
import { type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';

// Replies where Discord fails to take them, with the real client: each arrives once.

const CALLBACK = 'POST /interactions/:id/:token/callback';
const EDIT = 'PATCH /webhooks/:app/:token/messages/:message';
const FIRST_REPLY_MS = 3_000;
/** Where the machine is slow. */
const LATER = { timeout: 10_000 };

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
  });
  // The first question takes longer than those after it.
  await server.ask('When is the ferry?');
});

afterEach(async () => {
  // That a reply is there already is how the bot knows that it has arrived.
  expect(server.playground.violations.filter(({ code }) => code !== 40_060)).toEqual([]);
  server.playground.violations.length = 0;
  await server.end();
});

function fault(route: string, times: number, trouble: Omit<RestFault, 'route' | 'times'>): void {
  server.playground.faults.rest.push({ route, times, ...trouble });
}

const unavailable = { when: 'before', what: { kind: 'answer', status: 503 } } as const;
const cut = { kind: 'cut' } as const;

const passing: [name: string, route: string, times: number, trouble: Omit<RestFault, 'route' | 'times'>][] = [
  ['are out of order for half a second', CALLBACK, 2, unavailable],
  ['cut the connection', CALLBACK, 2, { when: 'before', what: cut }],
  ['take the reply and cut the connection', CALLBACK, 1, { when: 'after', what: cut }],
  ['take the reply and do not say so', CALLBACK, 1, { when: 'after', what: { kind: 'silence' } }],
  ['take the reply, and fail', CALLBACK, 1, { when: 'after', what: { kind: 'answer', status: 502 } }],
];

const later: (typeof passing)[number] = ['do not take the later messages for seconds', EDIT, 4, unavailable];

test.each(passing)('an answer that meets servers which %s is there once, in time', async (_, ...given) => {
  fault(...given);
  const { playground } = server;
  const asked = { command: 'ask', options: { question: 'When does the ferry leave?' } };
  const { message, failed, firstReplyMs, followUps } = await playground.use(asked);
  expect(failed).toBe(false);
  expect(textOf(message)).toContain('at noon');
  expect(firstReplyMs).toBeLessThan(FIRST_REPLY_MS);
  expect(followUps).toEqual([]);
  await expect.poll(() => server.logged.filter(({ msg }) => msg === 'replied').length, LATER).toBe(2);
  expect(playground.read().filter(({ author }) => author.bot)).toHaveLength(2);
});

describe('a preview is shown in the end', () => {
  test.each([...passing, later])('where servers %s', async (_, ...given) => {
    await server.bench.write('harbour.md', '# Harbour\n\nThe harbour opens at six.\n');
    fault(...given);
    const shown = await server.knowledge('refresh');
    expect(textOf(shown)).toContain('Harbour');
    expect(textOf(await server.press(shown, copy.knowledge.preview.publish))).toContain('2');
  });
});

test('what is delivered twice is done once: an answer, and a change that is published', async () => {
  const { playground, bench } = server;
  playground.faults.gateway.deliversTwice = true;
  const asked = { command: 'ask', options: { question: 'When does the ferry leave?' } };
  for (let question = 1; question < 10; question++) {
    const { message } = await playground.use(asked);
    expect(textOf(message)).toContain('at noon');
  }
  // Ten are allowed in a minute.
  expect(textOf((await playground.use(asked)).message)).toContain('10 questions a minute');
  await bench.write('harbour.md', '# Harbour\n\nThe harbour opens at six.\n');
  const published = await server.press(
    await server.knowledge('refresh'),
    copy.knowledge.preview.publish,
    moderator,
  );
  expect(textOf(published)).toContain('Published');
  expect(await server.ask('When does the harbour open?', { user: 'editor' })).toContain('at six');
  expect(playground.violations).toEqual([]);
});
