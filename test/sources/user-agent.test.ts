import { expect, test } from 'vitest';
import { userAgent } from '../../src/user-agent.js';
import { fetcherWith, outcome, serve } from '../support/web-site.js';

test('says what asks, and where its host has said where to turn to', () => {
  const bot = { name: 'harbour-bot', version: '1.2.0' };
  expect(userAgent({ ...bot, homepage: 'https://harbour.example/bot' })).toBe(
    'harbour-bot/1.2.0 (+https://harbour.example/bot)',
  );
  expect(userAgent(bot)).toMatch(/^harbour-bot\/1\.2\.0 \(Discord bot; /);
});

test('a robots.txt can name the bot by the name of its package', async () => {
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: china-ai-alliances-bot\nDisallow: /\n');
  });
  const result = await fetcherWith({ userAgent: userAgent() }).fetchPage(site.at('/news'));
  expect(outcome(result)).toEqual(['failed', { kind: 'page-robots', host: `site.test:${site.port}` }]);
  expect(site.asked).toEqual([]);
});
