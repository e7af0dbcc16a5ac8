import { describe, expect, it } from 'vitest';
import { isDeeper } from '../../src/documents/formats/dom.js';
import { readHtml } from '../../src/documents/formats/html.js';
import { resultOf } from '../../src/documents/read.js';
import { outline, sentences } from '../support/documents-reading.js';

function read(html: string | Uint8Array, contentType?: string) {
  const file = {
    path: 'page.html',
    bytes: Buffer.from(html),
    ...(contentType !== undefined && { contentType }),
  };
  return resultOf(file, readHtml(file));
}

function documentOf(html: string | Uint8Array, contentType?: string) {
  const { document, problems } = read(html, contentType);
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

const inPage = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
/** Long enough that it is taken for the article. */
const PROSE =
  'The alliance links makers of chips, of models and of machines, who agree on how these fit together. ';
const article = (body: string) =>
  inPage(`<article><p>${PROSE.repeat(4)}</p>${body}<p>${PROSE.repeat(4)}</p></article>`);

/** The paragraphs of what stands in an article between two long ones. */
function paragraphsOf(body: string): string[][] {
  return outline(documentOf(article(body))).paragraphs.slice(1, -1);
}

describe('the text of a page', () => {
  it('is the article without what stands around it', () => {
    const around = (words: string) => `<nav><ul><li><a href="/">${words}</a></li></ul></nav>`;
    const page = inPage(
      `${around('Home')}<header class="banner">Subscribe</header><main>${article('')}</main>` +
        `<aside class="sidebar"><a href="/more">More</a></aside><footer>Imprint</footer>` +
        '<script>document.write("script")</script><style>p { color: red }</style><noscript>Enable scripts</noscript>',
    );
    expect(documentOf(page).text).toBe(`${PROSE.repeat(4).trim()}\n\n${PROSE.repeat(4).trim()}`);
  });

  it('has headings above paragraphs, and no white space but what is seen', () => {
    expect(
      paragraphsOf('<h2>The  <em>members</em></h2><p>Huawei\n  and <b>Biren</b>&nbsp;Tech.</p>'),
    ).toEqual([['The members', 'Huawei and Biren Tech.']]);
    const chinese = documentOf(article('<h2>成员</h2><p>华为\n  加入了联盟。它&shy;来自深圳。</p>'));
    expect(sentences(chinese)[1]).toEqual(['华为加入了联盟。', '它来自深圳。']);
  });

  it('has a line for each item of a list, and for each row of a table', () => {
    const list = '<ul><li>Huawei<ol><li>Ascend. A chip</li></ol></li><li><p>Biren</p><p>Tech</p></li></ul>';
    expect(paragraphsOf(list)).toEqual([['Huawei\n1. Ascend. A chip\nBiren\nTech']]);
    const table =
      '<table><caption>Members</caption><thead><tr><th>Name</th><th>Makes</th></tr></thead>' +
      '<tbody><tr><td>Huawei</td><td><p>Chips.</p><p>Phones.</p></td></tr><tr><td></td><td></td></tr></tbody></table>';
    const document = documentOf(article(table));
    expect(outline(document).paragraphs.slice(1, -1)).toEqual([
      ['Members'],
      ['Name | Makes\nHuawei | Chips. Phones.'],
    ]);
    // A row is one sentence, as its cells only say something together.
    expect(sentences(document)[2]).toEqual(['Name | Makes', 'Huawei | Chips. Phones.']);
  });

  it('keeps the breaks that an author asks for, and takes two of them for a new paragraph', () => {
    expect(paragraphsOf('<p>One.<br>Two.<br>\n<br>Three.</p>')).toEqual([['One.\nTwo.'], ['Three.']]);
  });

  it('leaves out marks of footnotes and what is hidden', () => {
    const mark = '<sup class="reference"><a href="#note-1">[1]</a></sup>';
    expect(
      paragraphsOf(
        `<p>It has ten members.${mark} CO<sub>2</sub>, 10<sup>2</sup>.<span hidden>No.</span></p>`,
      ),
    ).toEqual([['It has ten members. CO₂, 10².']]);
  });

  it('is all of the page where nothing in it is an article', () => {
    expect(outline(documentOf('<h1>Members</h1><ul><li>Huawei</li><li>Biren</li></ul>')).paragraphs).toEqual([
      ['Members', 'Huawei\nBiren'],
    ]);
    expect(read(inPage('<p> </p>')).problems).toEqual([{ file: 'page.html', kind: 'empty' }]);
    expect(read('').problems).toEqual([{ file: 'page.html', kind: 'empty' }]);
  });

  it('is read in the encoding that the server or the page names', () => {
    // `华为` in GB 18030.
    const chinese = Buffer.concat([
      Buffer.from('<p>'),
      Buffer.from([0xbb, 0xaa, 0xce, 0xaa]),
      Buffer.from('</p>'),
    ]);
    expect(documentOf(chinese, 'text/html; charset=gbk').text).toBe('华为');
    expect(documentOf(Buffer.concat([Buffer.from('<meta charset="gb2312">'), chinese])).text).toBe('华为');
    expect(read(chinese).problems).toMatchObject([{ kind: 'not-utf8', line: 1 }]);
    expect(read(chinese, 'text/html; charset=nonsense').problems).toMatchObject([{ kind: 'not-utf8' }]);
  });
});

describe('the source of a page', () => {
  const sourceOf = (head: string, attributes = '') => {
    const { title, source } = documentOf(
      `<html ${attributes}><head>${head}</head><body><p>Text.</p></body></html>`,
    );
    return { title, ...source };
  };
  const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

  it('is what it says in its meta tags', () => {
    const head =
      '<title>Alliances | The Site</title><link rel="canonical" href="https://site.example/a">' +
      meta('og:title', 'Alliances &amp; chips') +
      meta('og:site_name', 'The Site') +
      meta('author', 'By  Jane Doe') +
      meta('article:published_time', '2025-07-28T23:30:00-07:00');
    expect(sourceOf(head, 'lang="en-GB"')).toEqual({
      title: 'Alliances & chips',
      publisher: 'The Site',
      author: 'Jane Doe',
      published: '2025-07-28',
      url: 'https://site.example/a',
      language: 'en-GB',
    });
  });

  it('is what it says in JSON-LD', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Not this' },
        {
          '@type': ['NewsArticle'],
          headline: 'Alliances',
          author: [{ name: 'Jane Doe' }, { name: 'Li Wei' }],
          publisher: { '@type': 'Organization', name: 'The Site' },
          datePublished: '2025-07-28',
          inLanguage: 'zh_CN',
        },
      ],
    };
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(sourceOf(head)).toEqual({
      title: 'Alliances',
      publisher: 'The Site',
      author: 'Jane Doe, Li Wei',
      published: '2025-07-28',
      language: 'zh-CN',
    });
  });

  it('has no name of the site behind its title', () => {
    expect(sourceOf(`<title>Alliances | The Site</title>${meta('og:site_name', 'The Site')}`).title).toBe(
      'Alliances',
    );
    expect(
      documentOf(inPage('<h1>Alliances</h1><p>Text.</p>', '<title>Alliances - The Site</title>')).title,
    ).toBe('Alliances');
    expect(sourceOf('<title>Chips – and models</title>').title).toBe('Chips – and models');
    expect(sourceOf('').title).toBe('page');
  });

  it.each([
    ['2025-07-28', '2025-07-28'],
    ['2025-7-8 10:00', '2025-07-08'],
    ['20250728', '2025-07-28'],
    ['2025/07', '2025-07'],
    ['2025', '2025'],
    ['2025年7月28日', '2025-07-28'],
    ['July 28, 2025', '2025-07-28'],
    ['Mon, 28 Jul 2025 10:00', '2025-07-28'],
    ['2025-02-30', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('dates %s as it is written', (written, published) => {
    expect(sourceOf(meta('date', written))).toEqual({ title: 'page', ...(published && { published }) });
  });

  it('leaves out what is not sensible', () => {
    const head =
      meta('author', 'https://social.example/jane') +
      meta('og:title', 'x'.repeat(1_000)) +
      '<link rel="canonical" href="javascript:alert(1)">' +
      meta('og:url', '/relative');
    expect(sourceOf(head, 'lang="not a language"')).toEqual({ title: 'page' });
    // A language alone does not say where the text comes from.
    expect(sourceOf('', 'lang="en"')).toEqual({ title: 'page' });
  });
});

describe('isDeeper', () => {
  it('counts elements that are open at once', () => {
    expect(isDeeper('<div>'.repeat(3), 2)).toBe(true);
    expect(isDeeper('<div>'.repeat(3), 3)).toBe(false);
    expect(isDeeper('<div><b></div>'.repeat(9), 2)).toBe(false);
    expect(isDeeper('<DIV><p><br><IMG src=x><li>'.repeat(3), 3)).toBe(false);
  });

  it('takes nothing in scripts, comments and pictures for elements', () => {
    for (const [open, close] of [
      ['<script>', '</script>'],
      ['<!--', '-->'],
      ['<svg>', '</svg>'],
      ['<Title>', '</TITLE>'],
    ])
      expect(isDeeper(`${open}${'<i>'.repeat(9)}${close}<b>`, 2)).toBe(false);
    expect(isDeeper(`<script>${'<i>'.repeat(9)}`, 2)).toBe(false);
  });
});
