import { expect, test } from 'vitest';
import { rulesOf } from '../../src/sources/robots.js';
import { userAgent } from '../../src/user-agent.js';

test('says what asks, and where its host has said where to turn to', () => {
  const bot = { name: 'harbour-bot', version: '1.2.0' };
  expect(userAgent({ ...bot, homepage: 'https://harbour.example/bot' })).toBe(
    'harbour-bot/1.2.0 (+https://harbour.example/bot)',
  );
  expect(userAgent(bot)).toMatch(/^harbour-bot\/1\.2\.0 \(Discord bot; /);
});

test('a robots.txt can name the bot by the name of its package', () => {
  const text = 'User-agent: china-ai-alliances-bot\nDisallow: /\n';
  const rules = rulesOf(new URL('https://example.org/robots.txt'), { status: 200, text }, userAgent());
  expect(rules?.(new URL('https://example.org/news'))).toBe(false);
});
