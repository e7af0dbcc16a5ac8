import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { button, type ModeratedServer, moderator, openServer } from '../support/moderated-server.js';

// What the log has of a run in which Discord refuses, fails or has given up waiting: what a host needs, and nothing of what
// members asked, of who they are, or of the tokens with which anybody could write as the bot.

const question = 'Who embezzled the harbour fees?';
const WARN = 40;
const INFO = 30;
/** The bot sends again what Discord fails to answer. */
const TRIES = { timeout: 20_000 };

interface Trouble {
  readonly status: number;
  readonly body: object;
}

/** Stands between the bot and the playground, and answers in Discord's place what is sent about interactions. */
class Gate {
  trouble: Trouble | undefined;
  target = '';
  readonly tokens = new Set<string>();
  readonly #server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    const token = /\/(?:interactions|webhooks)\/\d+\/([^/?]+)/.exec(path)?.[1];
    if (token) this.tokens.add(token);
    const { trouble } = this;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      if (token && trouble) {
        response.writeHead(trouble.status, { 'content-type': 'application/json' });
        return response.end(JSON.stringify(trouble.body));
      }
      const { method = 'GET', headers } = request;
      const { authorization, 'content-type': type } = headers;
      const answer = await fetch(this.target + path, {
        method,
        headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
        ...(method !== 'GET' && { body: Buffer.concat(chunks) }),
      });
      const kind = answer.headers.get('content-type');
      response.writeHead(answer.status, kind === null ? {} : { 'content-type': kind });
      return response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

let gate: Gate;
let lines: { level: number; msg: string; text: string }[];
let server: ModeratedServer;

beforeEach(async () => {
  gate = new Gate();
  lines = [];
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      const text = `${chunk}`;
      lines.push({ ...JSON.parse(text), text });
      done();
    },
  });
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
    bot: { apiUrl: await gate.open(), log: pino({ level: 'trace' }, sink) },
    beforeStart: ({ apiUrl }) => {
      gate.target = new URL(apiUrl).origin;
    },
    mayFail: true,
  });
});

afterEach(async () => {
  await server.end();
  await gate.close();
});

/** Lines at a level that a host keeps; each is looked through for what may not be in it. */
function kept(): string[] {
  const shown = lines.filter(({ level }) => level >= INFO).map(({ text }) => text);
  for (const line of shown) {
    expect(line).not.toContain('embezzled');
    expect(line).not.toMatch(/\d{15,}/);
    for (const token of [...gate.tokens, server.playground.token]) expect(line).not.toContain(token);
  }
  return shown;
}

const troubles: [name: string, trouble: Trouble, said: RegExp][] = [
  [
    'is refused',
    {
      status: 400,
      body: {
        code: 50_035,
        message: 'Invalid Form Body',
        errors: { data: { _errors: [{ code: 'BAD', message: `Value "${question}" is not right` }] } },
      },
    },
    /"code":50035,"status":400,"method":"POST","route":"\/api\/v10\/interactions\/:id\/:token\/callback"/,
  ],
  [
    'comes when Discord has given up',
    { status: 404, body: { code: 10_062, message: 'Unknown interaction' } },
    /"code":10062,"status":404/,
  ],
  ['is met by a failure of Discord’s', { status: 500, body: { message: 'Internal' } }, /"status":500/],
];

test.each(troubles)(
  'an answer that %s is logged without question, ids and tokens',
  async (_, trouble, said) => {
    const { playground } = server;
    gate.trouble = trouble;
    const asked = playground.use({ command: 'ask', options: { question, private: true } });
    await expect.poll(() => lines.filter(({ level }) => level >= WARN).length, TRIES).toBeGreaterThan(0);
    expect(kept().join('')).toMatch(said);
    // The playground waits for three seconds, as members do.
    void asked.catch(() => {});
  },
);

test.each(troubles)(
  'a press, a form and a choice whose answer %s are logged in the same way',
  async (_, trouble) => {
    const { playground } = server;
    await server.ask(question);
    const settings = { command: 'knowledge settings', options: { page: 'answers' }, ...moderator };
    const form = await playground.use(settings);
    await expect.poll(async () => JSON.stringify(await server.knowledge('questions'))).toContain('embezzled');
    const shown = await server.knowledge('questions');
    gate.trouble = trouble;
    const before = lines.filter(({ level }) => level >= WARN).length;
    void playground.submitModal(form, { pace: '3' }, moderator).catch(() => {});
    void playground.press(shown, button(shown, copy.knowledge.questions.dismiss), moderator).catch(() => {});
    await expect
      .poll(() => lines.filter(({ level }) => level >= WARN).length, TRIES)
      .toBeGreaterThanOrEqual(before + 2);
    kept();
  },
);

test('all that the bot says while nothing is wrong has no question, id or token either', async () => {
  await server.ask(question);
  await server.knowledge('status');
  await server.restart();
  expect(kept().length).toBeGreaterThan(3);
});
