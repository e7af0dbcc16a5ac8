import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/documents/formats/html/dom.js';
import { pageMetadata } from '../../src/documents/formats/html/metadata/page-metadata.js';
import { jsonLd, meta, type Parts, PROSE, said } from '../support/described-pages.js';

describe('the title of a page', () => {
  const titleOf = (tab: string, parts: Parts & { address?: string } = {}) =>
    pageMetadata(
      parseHtml(
        `<html><head><title>${tab}</title>${parts.head ?? ''}</head><body>${parts.body ?? PROSE}</body></html>`,
      ),
      parts.address,
    ).title;

  it('has no name of a site or channel, before it or behind it', () => {
    const site = meta('og:site_name', 'The Delta');
    for (const tab of [
      'Fees | The Delta',
      'The Delta: – Fees',
      'Fees - The Delta',
      'Fees · The Delta',
      'The Delta » Fees',
    ])
      expect(titleOf(tab, { head: site, body: `<h1>Fees</h1>${PROSE}` })).toBe('Fees');
    const chinese = meta('SiteName', '舟山市人民政府') + meta('ColumnName', '通知公告');
    for (const tab of [
      '会费标准_通知公告_舟山市人民政府',
      '会费标准-舟山市人民政府',
      '会费标准 - 通知公告 - 舟山市人民政府',
    ])
      expect(titleOf(tab, { head: chinese })).toBe('会费标准');
    expect(titleOf('Fees of members – delta.example', { address: 'https://www.delta.example/fees' })).toBe(
      'Fees of members',
    );
    expect(titleOf('Delta | Fees of members', { address: 'https://www.delta.example/fees' })).toBe(
      'Fees of members',
    );
  });

  it('keeps what is its own', () => {
    expect(titleOf('', { head: meta('og:title', 'Chips – and models') })).toBe('Chips – and models');
    // A heading with the name of the site is none of the page.
    expect(
      titleOf('', {
        head: meta('og:title', 'Fees for all members | The Delta'),
        body: `<h1>The Delta</h1>${PROSE}`,
      }),
    ).toBe('Fees for all members | The Delta');
  });

  it('is no headline that the page shows nowhere', () => {
    const head = jsonLd({ '@type': 'Article', headline: 'Group of firms', datePublished: '2025-05-04' });
    const body = `<h1>Delta Alliance</h1>${PROSE}`;
    expect(titleOf('Delta Alliance - Encyclopedia', { head, body })).toBe('Delta Alliance');
    const shown = jsonLd({ '@type': 'Article', headline: 'Delta Alliance opens a field' });
    expect(titleOf('News', { head: shown, body: `<h1>Delta Alliance opens a field</h1>${PROSE}` })).toBe(
      'Delta Alliance opens a field',
    );
  });

  it('is that of the tags of Chinese government sites', () => {
    const head =
      meta('SiteName', '舟山市人民政府门户网站') +
      meta('ColumnName', '通知公告') +
      meta('ArticleTitle', '关于会费标准的通知') +
      meta('ContentSource', '舟山市科技局');
    expect(said({ head, lang: 'zh' })).toMatchObject({
      title: '关于会费标准的通知',
      publisher: '舟山市人民政府门户网站',
      author: '舟山市科技局',
    });
  });

  it('is not what programs write where they know none, and is unescaped once more', () => {
    expect(titleOf('about:blank')).toBeUndefined();
    expect(titleOf('', { head: meta('og:title', 'Untitled Document') })).toBeUndefined();
    expect(titleOf('', { head: meta('og:title', 'Chips &amp;amp; models &amp;#8211; 2025') })).toBe(
      'Chips & models – 2025',
    );
  });
});
