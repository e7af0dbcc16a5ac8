import { afterAll, beforeAll, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { type ModeratedServer, openServer, textOf } from '../support/moderated-server.js';

// /timeline with the real client.

let server: ModeratedServer;

beforeAll(async () => {
  const years = Array.from(
    { length: 12 },
    (_, at) => `In May ${2001 + at} ship number ${at * 7} was built by StepFun.`,
  );
  server = await openServer({
    files: { 'ships.md': `# Ships\n\n${years.join('\n\n')}\n\nOn 3 May 2021 a bridge was opened.\n` },
  });
});

afterAll(() => server?.end());

const told = (options: Record<string, string | boolean> = {}) =>
  server.playground.use({ command: 'timeline', options });

test('it is opened where the latest stands, and turned back to the first, also after a restart', async () => {
  const { message, ephemeral } = await told();
  expect(ephemeral).toBe(false);
  expect(textOf(message)).toContain('a bridge was opened');
  expect(textOf(message)).toContain(copy.timeline.statements(9, 13, 13));
  await server.restart();
  const before = await server.press(message ?? expect.fail(), copy.reply.previous, {});
  const first = await server.press(before, copy.reply.previous, {});
  expect(textOf(first)).toContain('May 2001');
});

test('of a topic, from a day on, and for the one who asks alone', async () => {
  const { message, ephemeral } = await told({ topic: 'stepfun', since: '2003', private: true });
  expect(ephemeral).toBe(true);
  const text = textOf(message);
  expect(text).toContain('May 2003');
  const next = await server.press(message ?? expect.fail(), copy.reply.next, {});
  expect(textOf(next)).toContain('May 2008');
  expect(textOf(next)).toContain('stepfun');
});

test('where nothing is dated, what may find more is said', async () => {
  const text = textOf((await told({ topic: 'zeppelins', until: '1999' })).message);
  for (const line of [copy.timeline.none, copy.timeline.otherTime, copy.timeline.otherTopic])
    expect(text).toContain(line);
  const { message, ephemeral } = await told({ until: 'soon' });
  expect(ephemeral).toBe(true);
  expect(textOf(message)).toContain(copy.dates.wrong('soon'));
});

test('names that the documents have are suggested', async () => {
  const choices = await server.playground.autocomplete({
    command: 'timeline',
    options: { topic: 'step' },
    focused: 'topic',
  });
  expect(choices).toEqual([{ name: 'StepFun', value: 'StepFun' }]);
});
