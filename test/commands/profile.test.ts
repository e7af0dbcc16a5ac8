import { afterAll, beforeAll, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { zhCn } from '../../src/copy/zh-cn/zh-cn.js';
import { type ModeratedServer, openServer, selectsIn, textOf, whole } from '../support/moderated-server.js';

// /profile and /sources with the real client.

let server: ModeratedServer;

beforeAll(async () => {
  const years = Array.from(
    { length: 6 },
    (_, at) => `In May ${2011 + at} StepFun built chip number ${at * 7}.[^a]`,
  );
  const note = '[^a]: Harbour News, 2025-03-02, <https://example.org/a>';
  server = await openServer({
    files: {
      'chips.md': `# Chips of the north\n\n## Makers\n\nStepFun is a maker of chips. StepFun and Huawei are neighbours.\n\n${years.join('\n\n')}\n\n${note}\n`,
      'ships.md': '# Ships of the north\n\nThe ships are red.\n',
    },
  });
});

afterAll(() => server?.end());

const use = async (command: string, options: Record<string, string>, locale?: string) =>
  whole(await server.playground.use({ command, options, ...(locale && { locale }) }));

test('a profile has kind, names, what it is and what is dated, and pages on after a restart', async () => {
  const message = await use('profile', { name: 'stepfun' });
  const text = textOf(message);
  for (const said of ['StepFun', copy.profile.kind('company'), '阶跃星辰', 'is a maker of chips', 'May 2011'])
    expect(text).toContain(said);
  await server.restart();
  expect(textOf(await server.press(message, copy.reply.next, {}))).toContain('May 2016');
});

test('a name that stands beside it leads on, and leaves the message of others alone', async () => {
  const message = await use('profile', { name: 'StepFun' });
  const [select] = selectsIn(message);
  expect(select?.options.map(({ label, description }) => [label, description])).toEqual([
    ['Huawei', copy.profile.together(1)],
  ]);
  const chosen = await server.playground.select(message, select?.custom_id ?? '', ['Huawei'], {});
  expect(chosen.ephemeral).toBe(true);
  expect(textOf(await whole(chosen))).toContain('are neighbours');
});

test('a name that is not there offers the nearest ones, to the one who asks', async () => {
  const exchange = await server.playground.use({ command: 'profile', options: { name: 'Step Fan' } });
  expect(exchange.ephemeral).toBe(true);
  const message = await whole(exchange);
  expect(textOf(message)).toContain(copy.profile.unknown('Step Fan'));
  expect(selectsIn(message)[0]?.options.map(({ value }) => value)).toContain('StepFun');
});

test('a document shows its outlets, and is searched by a form', async () => {
  const message = await use('sources', { document: 'chips' });
  expect(textOf(message)).toMatch(
    new RegExp(`Harbour News.* · ${copy.sources.sentences(6)} · .*example.org/a`),
  );
  const found = await server.fillIn(message, copy.sources.searchIn, { query: 'neighbours' }, {});
  expect(textOf(found)).toMatch(/StepFun and Huawei are \**neighbours/);
});

test('what may mean several documents is asked, and what means none is refused, to the one who asks', async () => {
  const several = await server.playground.use({ command: 'sources', options: { document: 'north' } });
  expect(several.ephemeral).toBe(true);
  const message = await whole(several);
  const [select] = selectsIn(message);
  const value = select?.options.find(({ label }) => label.startsWith('Ships'))?.value ?? '';
  const chosen = await server.playground.select(message, select?.custom_id ?? '', [value], {});
  expect(textOf(await whole(chosen))).toContain('Ships of the north');
  const none = await server.playground.use({ command: 'sources', options: { document: 'zzz' } });
  expect(none.ephemeral).toBe(true);
});

test('in Chinese, all but names and quotations is', async () => {
  const message = await use('profile', { name: '阶跃星辰' }, 'zh-CN');
  expect(textOf(message)).toContain(zhCn.profile.kind('company'));
  expect(textOf(message)).toContain(zhCn.timeline.statements(1, 4, 6));
});
