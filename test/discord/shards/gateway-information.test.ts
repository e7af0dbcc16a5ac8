import { expect, test } from 'vitest';
import { askGatewayOnce } from '../../../src/discord/shards/gateway-information.js';

type MakeRequest = Parameters<typeof askGatewayOnce>[0];

const GATEWAY = 'https://discord.com/api/v10/gateway/bot';

/** What stands for the network: counts requests, and answers with their number. */
function network(statusOf: (nth: number) => number = () => 200) {
  const asked: string[] = [];
  const make: MakeRequest = async (url) => {
    asked.push(url);
    const status = statusOf(asked.length);
    if (status === 0) throw new TypeError('fetch failed');
    return new Response(`${asked.length}`, { status, headers: { 'x-a': 'b' } }) as Awaited<
      ReturnType<MakeRequest>
    >;
  };
  return { asked, make };
}

test('shards that connect at the same time ask once where the gateway is', async () => {
  const { asked, make } = network();
  let now = 0;
  const request = askGatewayOnce(make, () => now);
  const answers = await Promise.all([1, 2, 3].map(() => request(GATEWAY, {})));
  expect(await Promise.all(answers.map((one) => one.text()))).toEqual(['1', '1', '1']);
  expect(answers[2]?.headers.get('x-a')).toBe('b');
  now = 1_000;
  expect(await (await request(GATEWAY, {})).text()).toBe('2');
  expect(asked).toEqual([GATEWAY, GATEWAY]);
});

test('what failed is asked again, by those who come later', async () => {
  const { make } = network((nth) => [500, 0, 200][nth - 1] ?? 200);
  const request = askGatewayOnce(make, () => 0);
  expect((await request(GATEWAY, {})).status).toBe(500);
  const both = await Promise.allSettled([request(GATEWAY, {}), request(GATEWAY, {})]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await (await request(GATEWAY, {})).text()).toBe('3');
});

test('other requests go their way', async () => {
  const { asked, make } = network();
  const request = askGatewayOnce(make, () => 0);
  for (const path of ['/gateway', '/gateway']) await request(path, {});
  expect(asked).toEqual(['/gateway', '/gateway']);
});
