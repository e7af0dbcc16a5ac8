import type { Page, Request } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { lookAtThePage } from '../support/page-look.js';
import { hasBrowser, inBrowser } from '../support/page-visit.js';

describe.skipIf(!hasBrowser)(inBrowser('the page'), { timeout: 120_000 }, () => {
  const look = lookAtThePage();
  const { answerTo } = look;
  let page: Page;
  beforeAll(() => {
    ({ page } = look);
  });

  test('shows the answer to a question as Discord would', async () => {
    const message = await answerTo('who is in the alliance?');
    const quote = message.locator('blockquote');
    expect(await quote.innerText()).toBe('StepFun & *Biren* are <members>.');
    expect(await quote.locator('strong').innerText()).toBe('StepFun');
    const link = message.getByRole('link', { name: 'WION, example.org' });
    expect(await link.getAttribute('href')).toBe('https://example.org/alliance');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(
      await message.locator('.container').evaluate((box) => box.style.getPropertyValue('--accent')),
    ).toBe('#5865f2');
    const outward = message.getByRole('link', { name: 'Read on' });
    expect(await outward.getAttribute('href')).toBe('https://example.org/more');
    expect(await message.getByRole('img', { name: 'thumbs up' }).count()).toBe(1);
  });

  test('shows text as text, whatever is in it', async () => {
    const message = await answerTo('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
    expect(await message.locator('.option').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
  });

  test('shows times in the language that one has chosen', async () => {
    await page.getByLabel('Your language').selectOption('de');
    const message = await answerTo('who is in the alliance?');
    expect(await message.locator('.content time').innerText()).toMatch(/^2[78]\. Juli 2025$/);
  });

  describe('places', () => {
    const server = (name: string | RegExp) => page.getByRole('button', { name }).click();

    test('are another server, direct messages and a group, each with its own messages', async () => {
      await server('Another server');
      await page.getByRole('heading', { name: 'Another server' }).waitFor();
      await page.getByText('Welcome to # general').waitFor();
      await server('Direct messages');
      await page.getByText('Only you and AI Alliances read what is written here.').waitFor();
      await answerTo('who is in the alliance?');
      await page.getByRole('button', { name: 'Mina, Edgar' }).click();
      await page.getByText('AI Alliances is not in this group.').waitFor();
      await answerTo('and here?');
    });

    test('say where somebody is offered nothing', async () => {
      await server(/Somebody/);
      await page.getByText('You can use it, as you have installed it for yourself').waitFor();
      await page.getByLabel('You are').selectOption('editor');
      await page.getByText('AI Alliances offers Edgar no commands here.').waitFor();
    });

    test('are the same after a reload, and so are person, language and colours', async () => {
      await page.getByRole('button', { name: 'reports' }).click();
      await page.getByLabel('Your language').selectOption('fr');
      const isLight = () => page.evaluate('document.documentElement.dataset.theme');
      const before = await isLight();
      await page.getByRole('button', { name: 'Light colours' }).click();
      await page.reload();
      await page.getByRole('heading', { name: '# reports', exact: true }).waitFor();
      expect(await page.getByLabel('Your language').inputValue()).toBe('fr');
      expect(await isLight()).not.toBe(before);
    });
  });

  test('shows behind the scenes what was sent and when, and nothing until it is opened', async () => {
    const asked: string[] = [];
    const note = (request: Request) => asked.push(new URL(request.url()).pathname);
    page.on('request', note);
    await answerTo('who is in the alliance?');
    expect(asked.filter((path) => path.includes('exchange'))).toEqual([]);
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const panel = page.getByRole('complementary', { name: 'Behind the scenes' });
    await panel.waitFor();
    await answerTo('and now?');
    const exchange = panel.locator('.exchange', { hasText: 'command' }).first();
    await exchange.getByText(/first answer \d+ ms/).waitFor();
    await exchange.locator('summary').first().press('Enter');
    await exchange.getByText('Sent to the bot: INTERACTION_CREATE').press('Enter');
    await exchange.getByText('"and now?"').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    page.off('request', note);
  });

  test('can be used on a narrow screen', async () => {
    const { width, height } = page.viewportSize() ?? expect.fail('no size');
    await page.setViewportSize({ width: 390, height: 700 });
    await answerTo('who is in the alliance?');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Servers, channels and who you are' }).click();
    await page.getByRole('button', { name: 'reports' }).click();
    await page.getByRole('heading', { name: 'Welcome to # reports' }).waitFor();
    await page.setViewportSize({ width, height });
  });
});
