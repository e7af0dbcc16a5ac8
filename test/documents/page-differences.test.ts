import { describe, expect, test } from 'vitest';
import { pageDifferences } from '../../src/documents/formats/html/page-differences.js';
import { readDocument } from '../../src/documents/read.js';
import { documentFromPage } from '../../src/sources/page-document.js';

/** The text of a page, with ⟦ ⟧ around what the page does not say so. */
async function marked(body: string, path = 'page.html') {
  const { document } = await readDocument({ path, bytes: Buffer.from(body) });
  const { text = '', pageDifferences } = document ?? {};
  let written = '';
  let at = 0;
  for (const { start, end } of pageDifferences ?? []) {
    written += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return pageDifferences ? written + text.slice(at) : undefined;
}

describe('what a page does not say as its canonical text does', () => {
  test.each([
    [
      'nothing in prose',
      '<p>The <b>pact</b>\n grew to 42&nbsp;mem&shy;bers.</p><p>它由<em>设计</em>实验室牵头。</p>',
      'The pact grew to 42 members.\n\n它由设计实验室牵头。',
    ],
    [
      'numbers of items',
      '<ol><li>Write a letter.</li><li>Wait.</li></ol>',
      '⟦1. ⟧Write a letter.\n⟦2. ⟧Wait.',
    ],
    [
      'bars between cells',
      '<table><tr><th>Name</th><th>Since</th></tr><tr><td>Quince</td><td>2022</td></tr></table>',
      'Name⟦ | ⟧Since\nQuince⟦ | ⟧2022',
    ],
    [
      'a cell that stands there once',
      '<table><tr><th>Name</th><th>Made</th></tr><tr><td rowspan="2">Medlar</td><td>Lumen</td></tr><tr><td>Quill</td></tr></table>',
      'Name⟦ | ⟧Made\nMedlar⟦ | ⟧Lumen\n⟦Medlar | ⟧Quill',
    ],
    [
      'marks of notes',
      '<p>It was changed<sup><a href="#n2">[2]</a></sup> and will be again.</p>',
      'It was changed⟦ ⟧and will be again.',
    ],
    [
      'raised figures',
      '<p>Boards of 10<sup>3</sup> chips are common.</p>',
      'Boards of ⟦10³ ⟧chips are common.',
    ],
    ['line breaks in Chinese', '<p>会议每年五月举行，\n地点待定。</p>', '会议每年五月举行，⟦⟧地点待定。'],
    ['what was struck out', '<p>It met <s>daily</s> weekly in the hall.</p>', 'It met⟦ ⟧weekly in the hall.'],
  ])('%s', async (_, body, expected) => {
    expect(await marked(`<p>The first line of this page.</p>${body}`)).toBe(
      `The first line of this page.\n\n${expected}`,
    );
  });

  test('is known of pages alone', async () => {
    expect(await marked('The pact grew.', 'page.txt')).toBeUndefined();
    expect(await marked('# Pact\n\nIt grew.', 'page.md')).toBeUndefined();
  });

  test('stays known where a fetched page is given its address', async () => {
    const url = 'https://harbours.example/reed';
    const { document } = await readDocument({
      path: `${url}.html`,
      bytes: Buffer.from('<p>The pact grew.</p>'),
    });
    if (!document) expect.fail('the page is read');
    const page = { url, bytes: new Uint8Array(), contentType: 'text/html' };
    expect(documentFromPage(document, page, 'reed', '2026-11-29').pageDifferences).toEqual([]);
  });

  test('is found in a time that does not grow with the square of the page', () => {
    const line = (at: number) => `Row ${at} tells of something that stands there otherwise`;
    const lines = Array.from({ length: 20_000 }, (_, at) => line(at));
    const began = performance.now();
    const differences = pageDifferences(
      lines.join('\n'),
      lines.reverse().join('\n').replaceAll('otherwise', 'in vain'),
    );
    expect(differences.length).toBeGreaterThan(0);
    // Where nothing of it stands, each character is looked for.
    expect(pageDifferences('联盟'.repeat(500_000), 'The pact grew. '.repeat(50_000))).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
