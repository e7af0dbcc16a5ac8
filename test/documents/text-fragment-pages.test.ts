import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { readDocument } from '../../src/documents/read.js';
import { withTextFragment } from '../../src/documents/text-fragment.js';
import { type LinkedPage, PAGES, type Quote } from '../support/linked-pages.js';

const CHROMIUM = '/usr/bin/chromium';
const hasBrowser = existsSync(CHROMIUM);
const title = `links that open at the quoted words${hasBrowser ? '' : ` (skipped: there is no ${CHROMIUM})`}`;

/** Of what was marked in sight, where it should be and elsewhere; in pixels. */
interface Marked {
  readonly inside: number;
  readonly outside: number;
  /** How much of the place of the words is in sight. */
  readonly inSight: number;
}

const cases = PAGES.flatMap((page) =>
  page.quotes.map((quote) => ({ page, quote, name: quote.text.slice(0, 40) })),
);

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let ruler: Page;
  let origin: string;
  const documents = new Map<LinkedPage, Document>();

  beforeAll(async () => {
    const sites = new Map(PAGES.map((one) => [new URL(one.path, 'http://127.0.0.1').pathname, one.html]));
    server = createServer(({ url = '' }, response) => {
      const html = sites.get(new URL(url, 'http://127.0.0.1').pathname);
      response.writeHead(html ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    await context.addInitScript({ path: 'test/support/marked-words.js' });
    page = await context.newPage();
    ruler = await context.newPage();
    await ruler.goto('about:blank');
    for (const one of PAGES) {
      const { document } = await readDocument({ path: `${origin}/page.html`, bytes: Buffer.from(one.html) });
      if (!document) throw new Error(`not read: ${one.path}`);
      documents.set(one, document);
    }
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  function linkTo(one: LinkedPage, { text: quote, nth = 0 }: Quote): { plain: string; link: string } {
    const document = documents.get(one);
    let start = document?.text.indexOf(quote) ?? -1;
    for (let count = 0; count < nth; count += 1) start = document?.text.indexOf(quote, start + 1) ?? -1;
    if (!document || start === -1) throw new Error(`not in the text: ${quote}\n${document?.text}`);
    const plain = new URL(one.path, origin).href;
    return { plain, link: withTextFragment(plain, document, { start, end: start + quote.length }) };
  }

  async function marked({ text, first = text, last = text, nthOnPage = 0 }: Quote): Promise<Marked> {
    const rects = await page.evaluate(`rectsOf(${JSON.stringify({ first, last, nth: nthOnPage })})`);
    const picture = (await page.screenshot({ scale: 'css' })).toString('base64');
    return ruler.evaluate(`measure(${JSON.stringify({ picture, rects })})`);
  }

  test('are tried with fifty quotations and more', () => {
    expect(cases.length).toBeGreaterThanOrEqual(50);
  });

  test.each(cases)('$name', async ({ page: one, quote }) => {
    const { plain, link } = linkTo(one, quote);
    expect(link.length).toBeLessThanOrEqual(512);
    expect(link === plain).toBe(quote.isPlain ?? false);
    if (quote.isPlain) return;
    await page.goto('about:blank');
    await page.goto(link);
    const { inside, outside, inSight } = await marked(quote);
    expect(inSight).toBeGreaterThan(200);
    expect(inside).toBeGreaterThan(inSight * 0.6);
    expect(outside).toBeLessThan(50);
  });
});
