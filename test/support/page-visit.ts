import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const hasBrowser = existsSync(CHROMIUM);
/** The title of a test that needs a browser. */
export const inBrowser = (title: string): string =>
  hasBrowser ? title : `${title} (skipped: there is no ${CHROMIUM})`;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });

/** A person who opens the page for the first time. */
export interface Visit {
  readonly page: Page;
  /** Whatever the page complained about, or asked for elsewhere. */
  readonly complaints: string[];
}

/** Opens the page in a browser that remembers nothing, and waits until the bot is there. */
export async function visitPage(
  browser: Browser,
  pageUrl: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.url().startsWith(pageUrl) || complaints.push(request.url()));
  await arrive(page, pageUrl);
  return { page, complaints };
}

/** The same browser, which has forgotten everything: much sooner there than another one. */
export async function visitAnew({ page, complaints }: Visit, pageUrl: string): Promise<void> {
  // What the page still has under way ends with it, and is none of the next one's.
  await page.goto('about:blank');
  complaints.length = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: pageUrl, storageTypes: 'all' });
  await session.detach();
  await arrive(page, pageUrl);
}

async function arrive(page: Page, pageUrl: string): Promise<void> {
  await page.goto(pageUrl);
  await page.getByText('is online').waitFor();
}

export const messageBox = (page: Page) => page.getByRole('combobox', { name: 'Message', exact: true });
export const lastMessage = (page: Page) => page.locator('.message').last();
/** What is offered under the field that is being typed into, or in an open select. */
export const offered = (page: Page) =>
  page.locator('.suggestions li, .select-list li').filter({ visible: true });

/** What axe finds of which somebody cannot use or read: `rule: element`, for each that is serious or moderate. */
export async function barriers(page: Page): Promise<string[]> {
  // As an expression, which the page's policy on scripts does not concern.
  await page.evaluate(axeSource);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return found.violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

interface AxeResults {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

const axeSource: string = createRequire(import.meta.url)('axe-core').source;

interface Control {
  name: string;
  leadsTo: string;
}

/** Names that several buttons, or links to several places, share: whoever hears them cannot tell which is which. */
export async function sharedNames(page: Page): Promise<string[]> {
  const controls = (await page.evaluate(CONTROLS)) as Control[];
  const destinations = new Map<string, string>();
  return controls.flatMap(({ name, leadsTo }) => {
    const other = destinations.get(name);
    destinations.set(name, leadsTo);
    return other !== undefined && other !== leadsTo ? [name] : [];
  });
}

const CONTROLS = `[...document.querySelectorAll('button, a[href], summary')]
  .filter((control) => control.checkVisibility())
  .map((control, position) => ({
    name: (control.getAttribute('aria-label') ?? control.innerText).trim(),
    leadsTo: control.href ?? 'control ' + position,
  }))`;
