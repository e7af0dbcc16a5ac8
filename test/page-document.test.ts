import { describe, expect, it } from 'vitest';
import type { Document } from '../src/documents/document.js';
import { newDocumentId } from '../src/documents/new-id.js';
import { readDocument } from '../src/documents/read.js';
import { type Corrections, withSource } from '../src/documents/source-corrections.js';
import { documentFromPage, fileOfPage } from '../src/sources/page-document.js';

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
        publisher: 'The Site',
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

  it('has a title where the page has none', async () => {
    expect((await documentAt('https://site.example/%E5%8D%8E%E4%B8%BA/', '<p>Text.</p>')).title).toBe('华为');
    expect((await documentAt('https://site.example/100%', '<p>Text.</p>')).title).toBe('100%');
    expect((await documentAt('https://site.example/', '<p>Text.</p>')).title).not.toBe('');
  });
});

describe('withSource', () => {
  const source = {
    publisher: 'P',
    author: 'A',
    published: '2025-07',
    url: 'https://a.example/',
    language: 'en',
  };
  const document: Document = {
    id: 'a',
    title: 'T',
    text: 'Text.',
    source,
    references: [],
    tags: [],
    paragraphs: [],
  };
  const corrected = (corrections: Corrections) => withSource(document, corrections);

  it('changes what is given and nothing else', () => {
    expect(corrected({})).toEqual({ document });
    expect(corrected({ title: ' New ', published: '2025-07-28' })).toEqual({
      document: { ...document, title: 'New', source: { ...source, published: '2025-07-28' } },
    });
  });

  it('takes away what is emptied, and the source when nothing is left of it', () => {
    const { author: _, ...others } = source;
    expect(corrected({ author: ' ' })).toEqual({ document: { ...document, source: others } });
    const { source: __, ...bare } = document;
    expect(corrected({ publisher: '', author: '', published: '', url: '' })).toEqual({ document: bare });
    expect(withSource(bare, { publisher: 'P' })).toEqual({
      document: { ...bare, source: { publisher: 'P' } },
    });
  });

  it('names the fields that break a rule', () => {
    expect(corrected({ title: '', published: 'soon', url: 'javascript:alert(1)', author: 'B' })).toEqual({
      invalid: ['title', 'published', 'url'],
    });
    expect(corrected({ published: '2025-02-30' })).toEqual({ invalid: ['published'] });
  });
});

describe('newDocumentId', () => {
  const idOf = (name: string, ...taken: string[]) => newDocumentId(name, new Set(taken));

  it('has the words of the name, in small letters', () => {
    expect(idOf('China’s AI alliances: who is in?')).toBe('chinas-ai-alliances-who-is-in');
    expect(idOf('https://www.site.example/a/b.html')).toBe('site-example-a-b-html');
    expect(idOf('模芯生态创新联盟 (MCEIA)')).toBe('模芯生态创新联盟-mceia');
    expect(idOf('../../etc/passwd')).toBe('etc-passwd');
    expect(idOf('?!')).toBe('document');
  });

  it('is in NFC, so that one name is one id', () => {
    expect(idOf('Übersicht'.normalize('NFD'))).toBe('übersicht'.normalize('NFC'));
  });

  it('ends at a word where the name is long', () => {
    const id = idOf('The Model-Chip Ecosystem Innovation Alliance and its members in the summer of 2025');
    expect(id).toBe('the-model-chip-ecosystem-innovation-alliance-and-its-members');
    expect(idOf('联'.repeat(200))).toBe('联'.repeat(60));
  });

  it('is not that of another document', () => {
    expect(idOf('A b', 'a-b')).toBe('a-b-2');
    expect(idOf('A b', 'a-b', 'a-b-2')).toBe('a-b-3');
  });
});
