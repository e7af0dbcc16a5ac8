/**
 * Takes the picture of the README: the page of a running playground, with a question that was asked there.
 *
 *     npm start                                  # in one terminal
 *     npm run screenshot -- http://127.0.0.1:3000 docs/playground.png
 *
 * Needs Chromium, and fonts for Chinese.
 */
import { chromium } from 'playwright-core';

const question = 'Which companies are in the Model-Chip Ecosystem Innovation Alliance?';

const [address, file] = process.argv.slice(2);
if (!address || !file) {
  console.error('usage: npm run screenshot -- ADDRESS FILE.png');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1.5 });
  await page.goto(address);
  await page.getByText('is online').waitFor();
  const box = page.getByRole('combobox', { name: 'Message' });
  await box.fill(question);
  await box.press('Enter');
  await page.locator('.message blockquote').first().waitFor();
  await page.screenshot({ path: file });
} finally {
  await browser.close();
}
