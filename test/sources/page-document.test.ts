import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { readDocument } from '../../src/documents/read.js';
import { documentFromPage, fileOfPage } from '../../src/sources/page-document.js';

async function documentAt(url: string, html: string): Promise<Document> {
  const page = { url, bytes: Buffer.from(html), contentType: 'text/html' };
  const { document, problems } = await readDocument(fileOfPage(page));
  if (!document) throw new Error(JSON.stringify(problems));
  return documentFromPage(document, page, 'id', '2026-03-01');
}

const withCanonical = (url: string) =>
  `<html><head><link rel="canonical" href="${url}"></head><body><p>Text.</p></body></html>`;

describe('documentFromPage', () => {
  it('has the address and the day, and what the page says of itself', async () => {
    const html =
      '<html lang="en"><head><title>On alliances</title><meta property="og:site_name" content="The Site"></head>' +
      '<body><p>Text.</p></body></html>';
    expect(await documentAt('https://site.example/a/b.html?c=1', html)).toMatchObject({
      id: 'id',
      title: 'On alliances',
      source: {
        // It is the page that says so.
        publisher: 'The Site (site.example)',
        url: 'https://site.example/a/b.html?c=1',
        retrieved: '2026-03-01',
        language: 'en',
      },
    });
  });

  it('takes the address that the page gives for itself, but not that of another site', async () => {
    const urlOf = async (canonical: string) =>
      (await documentAt('https://site.example/a?utm=1', withCanonical(canonical))).source?.url;
    expect(await urlOf('https://www.site.example/a')).toBe('https://www.site.example/a');
    expect(await urlOf('https://ministry.example/a')).toBe('https://site.example/a?utm=1');
    expect(await urlOf('javascript:alert(1)')).toBe('https://site.example/a?utm=1');
  });

  it('is published by its site, whatever it calls itself', async () => {
    const named = (name: string) =>
      `<head><meta property="og:site_name" content="${name}"></head><p>Text.</p>`;
    const publisherOf = async (html: string) =>
      (await documentAt('https://www.evil.example/a', html)).source?.publisher;
    expect(await publisherOf(named('Reuters'))).toBe('Reuters (evil.example)');
    expect(await publisherOf(named('Evil.example'))).toBe('evil.example');
    expect(await publisherOf('<p>Text.</p>')).toBe('evil.example');
  });

  it('has a title where the page has none', async () => {
    expect((await documentAt('https://site.example/%E5%8D%8E%E4%B8%BA/', '<p>Text.</p>')).title).toBe('华为');
    expect((await documentAt('https://site.example/100%', '<p>Text.</p>')).title).toBe('100%');
    expect((await documentAt('https://site.example/', '<p>Text.</p>')).title).not.toBe('');
  });
});
