import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../src/documents/formats/html/dom.js';
import { pageMetadata } from '../../src/documents/formats/html/metadata/page-metadata.js';
import { jsonLd, meta, PROSE, publishedOf, said } from '../support/described-pages.js';

describe('the day of a page', () => {
  it.each([
    ['Open Graph', meta('article:published_time', '2025-05-04T23:30:00-04:00')],
    ['Dublin Core', meta('DC.date.issued', '2025-05-04')],
    ['Google Scholar', meta('citation_publication_date', '2025/05/04')],
    ['Parse.ly', meta('parsely-pub-date', '2025-05-04T10:00:00+08:00')],
    ['Sailthru', meta('sailthru.date', '2025-05-04 10:00:00 +0800')],
    ['Chinese government sites', meta('PubDate', '2025-05-04 09:22')],
    ['schema.org in attributes', '<meta itemprop="datePublished" content="2025-05-04">'],
    ['the page itself', meta('date', 'Sun May 04, 2025')],
    ...['NewsArticle', 'Article', 'Report', 'BlogPosting', 'WebPage', 'AnalysisNewsArticle'].map((type) => [
      type,
      jsonLd({ '@type': type, headline: 'Notice', datePublished: '2025-05-04T23:30:00-04:00' }),
    ]),
    [
      'a graph',
      jsonLd({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'Article', datePublished: '2025-05-04' }] }),
    ],
    ['a list of types', jsonLd([{ '@type': ['Article', 'Report'], datePublished: '2025-05-04' }])],
    [
      'a main entity',
      jsonLd({ '@type': 'WebPage', mainEntity: { '@type': 'Article', datePublished: '2025-05-04' } }),
    ],
    [
      'JSON with a broken line',
      '<script type="application/ld+json">{"@type":"Article","name":"a\nb","datePublished":"2025-05-04"}</script>',
    ],
    [
      'JSON with a stray quotation mark',
      '<script type="application/ld+json">{"@type":"Article","name":"a "b"","datePublished":"2025-05-04"}</script>',
    ],
  ])('is what it declares in the way of %s', (_, head) => {
    expect(publishedOf({ head })).toBe('2025-05-04');
  });

  it.each([
    ['2025年5月4日 10:21', 'zh'],
    ['发布时间：2025-05-04', 'zh'],
    ['发布日期：2025 年 5 月 4 日　来源：舟山日报', 'zh'],
    ['Published on May 4, 2025', 'en'],
    ['Posted: 4th of May, 2025', 'en'],
    ['4 de mayo de 2025', 'es'],
    ['Publié le 4 mai 2025 à 10h21', 'fr'],
    ['4. Mai 2025, 10:21 Uhr', 'de'],
    ['04.05.2025', 'de'],
    ['04.05.25', 'de'],
    ['4 maja 2025', 'pl'],
    ['4 мая 2025 г.', 'ru'],
    ['2025년 5월 4일', 'ko'],
    ['2025. május 4.', 'hu'],
    ['4/5/2025', 'en-GB'],
    ['5/4/2025', 'en-US'],
    ['04/05/2025', 'fr'],
  ])('is what it shows by its title: %s', (line, lang) => {
    expect(publishedOf({ body: `<h1>Notice</h1><div>${line}</div>${PROSE}`, lang })).toBe('2025-05-04');
    expect(publishedOf({ body: `<div class="date">${line}</div><h1>Notice</h1>${PROSE}`, lang })).toBe(
      '2025-05-04',
    );
  });

  it.each([
    'https://delta.example/2025/05/04/notice',
    'https://delta.example/news/2025-05-04-notice.html',
    'https://delta.example/202505/t20250504_4711.html',
    'https://delta.example/n1/2025/0504/c1001-4711.html',
    'https://delta.example/art/2025/5/4/art_1.html',
  ])('is in its address: %s', (address) => {
    expect(publishedOf({}, address)).toBe('2025-05-04');
    expect(publishedOf({ head: `<link rel="canonical" href="${address}">` })).toBe('2025-05-04');
  });

  it('is not made of other numbers in an address', () => {
    for (const path of ['20259999', '2025/13/45', '192020250504', 'p/2025', 'a1990-2025'])
      expect(publishedOf({}, `https://delta.example/${path}`)).toBeUndefined();
  });

  it('is the day of publication, of the article and not of what stands around it', () => {
    const time = (day: string, attributes = '') => `<time ${attributes} datetime="${day}">a day</time>`;
    expect(
      publishedOf({
        body:
          `<nav>${time('2025-07-01')}</nav><header><p class="current-date">July 2, 2025</p></header>` +
          `<article><h1>Notice</h1>${time('2025-06-01', 'class="updated"')}${time('2025-05-04', 'class="published"')}${PROSE}</article>` +
          `<aside class="related"><h3>Other</h3>${time('2025-07-03')}</aside><div class="comments">${time('2025-07-04')}</div>`,
      }),
    ).toBe('2025-05-04');
    expect(
      publishedOf({
        body: `<h1>Notice</h1><p>Last updated: June 1, 2025</p><p>Published: May 4, 2025</p>${PROSE}`,
      }),
    ).toBe('2025-05-04');
    // Hidden far down, but declared.
    const far = PROSE.repeat(40);
    expect(
      publishedOf({
        body: `<h1>Notice</h1>${far}<p><time itemprop="datePublished" datetime="2025-05-04"></time></p>`,
      }),
    ).toBe('2025-05-04');
  });

  it('is what a label says that stands above it, as in a list of names', () => {
    const far = PROSE.repeat(20);
    for (const list of [
      '<dl><dt>Released</dt><dd>7 July 2025</dd><dt>Published</dt><dd>4 May 2025</dd></dl>',
      '<ul><li><p>Mise en ligne</p><p>4 mai 2025</p></li></ul>',
      '<h4>Erschienen am:</h4><p>4.5.2025</p>',
    ])
      expect(publishedOf({ body: `<h1>Notice</h1>${far}${list}`, lang: 'de' })).toBe('2025-05-04');
    // Words that only begin like a label are none.
    const other = '<p>Public hearing in the</p><p>4 May 2025</p><p>Adjourned</p><p>5 May 2025</p>';
    expect(publishedOf({ body: `<h1>Notice</h1>${far}${other}` })).toBeUndefined();
  });

  it('is the day of the last change only where a page states no other', () => {
    const changed = '<time datetime="2025-06-01">1 June</time>';
    for (const line of [
      `<p>Last updated: ${changed}</p>`,
      `<dl><dt>Last updated:</dt><dd>${changed}</dd></dl>`,
      '<h4>Last updated:</h4><p>1 June 2025</p>',
      `<footer id="lastmod">This page was last changed by Ann Lee on ${changed}, at night.</footer>`,
    ]) {
      expect(publishedOf({ body: `<h1>Notice</h1>${line}${PROSE}` })).toBe('2025-06-01');
      const published = '<p>Published on the day of <b>4 May 2025</b></p>';
      expect(publishedOf({ body: `<h1>Notice</h1>${line}${published}${PROSE}` })).toBe('2025-05-04');
    }
    for (const name of ['article:modified_time', 'dateModified', 'last-modified', 'DC.date.modified'])
      expect(publishedOf({ head: meta(name, '2025-06-01') })).toBe('2025-06-01');
    expect(publishedOf({ head: jsonLd({ '@type': 'Article', dateModified: '2025-06-01' }) })).toBe(
      '2025-06-01',
    );
    // Neither is the day of a change that others speak of, nor one of several.
    const prose = `<p>The board has, after it had heard what all forty members think of it, revised the fees on 1 June 2025 and sent them out.</p>`;
    expect(publishedOf({ body: `<h1>Notice</h1>${prose}${PROSE}` })).toBeUndefined();
    const several = '<p>Last updated: 1 June 2025</p><p>Last updated: 2 June 2025</p>';
    expect(publishedOf({ body: `<h1>Notice</h1>${PROSE}${several}` })).toBeUndefined();
  });

  it('is not the next day that is told by the day of a change', () => {
    const head =
      meta('article:published_time', '2025-05-04T03:30:00Z') + meta('dateModified', '2025-05-05T01:00:00Z');
    expect(publishedOf({ head })).toBe('2025-05-04');
  });

  it('is said in tags whose names sites make up, after those that are known', () => {
    for (const name of ['photos:uploaded', 'mediator_published_time', 'pub_date', 'x.publicationDate'])
      expect(publishedOf({ head: meta(name, '2025-05-04') })).toBe('2025-05-04');
    const both = meta('photos:uploaded', '2025-05-01') + meta('pubdate', '2025-05-04');
    expect(publishedOf({ head: both })).toBe('2025-05-04');
    expect(publishedOf({ head: meta('publisher', '4 May 2025') })).toBeUndefined();
  });

  it('is the only one that a page shows by itself, however far from its title', () => {
    const day = '<p>4 May 2025</p>';
    const far = PROSE.repeat(40);
    expect(publishedOf({ body: `<h1>Notice</h1>${far}${day}` })).toBe('2025-05-04');
    expect(publishedOf({ body: `<h1>Notice</h1>${far}${day}<p>5 May 2025</p>` })).toBeUndefined();
    expect(publishedOf({ body: `<h1>Notice</h1>${far}<aside>${day}</aside>` })).toBeUndefined();
  });

  it('is no first day of several, no birthday and none before there were pages', () => {
    for (const line of [
      '31 March 2025 – 4 May 2025',
      '31. März 2025 bis 4. Mai 2025',
      '出生日期：1975年1月28日',
      '<span class="info">28 January 1975</span>',
    ])
      expect(publishedOf({ body: `<h1>Notice</h1><p>${line}</p>${PROSE}` })).toBeUndefined();
    expect(publishedOf({ body: `<h1>Notice</h1><p>Published 28 January 1975</p>${PROSE}` })).toBe(
      '1975-01-28',
    );
    // What follows is no other day.
    for (const line of ['4 May 2025 - 9 am', '4 May 2025 - 5 comments'])
      expect(publishedOf({ body: `<h1>Notice</h1><p>${line}</p>${PROSE}` })).toBe('2025-05-04');
  });

  it('is below what was written with WordPress in German, and not what an article says so of another', () => {
    const far = PROSE.repeat(3);
    const below = (end: string) => ({
      body: `<h1>Notice</h1>${far}<p>Dieser Eintrag wurde von Ann Lee am Mittwoch, dem 4. Mai 2025 um 23:03 Uhr ${end}, wie es hier immer ist.</p>`,
      lang: 'de',
    });
    expect(publishedOf(below('gepostet und unter „Hafen“ abgelegt'))).toBe('2025-05-04');
    expect(publishedOf(below('gepostet'))).toBeUndefined();
  });

  it('stands beside what is none of the article, on its line or in its column', () => {
    const day = '<span class="date">4 May 2025</span>';
    const count = '<span class="comments">11</span>';
    const long = `<h2>${'The harbour grows by as much as nobody had thought. '.repeat(3)}</h2>`;
    expect(publishedOf({ body: `<h1>Notice</h1>${long}<p>By Ann Lee ${day} ${count}</p>${PROSE}` })).toBe(
      '2025-05-04',
    );
    const column = `<aside class="meta">${day}</aside>`;
    const changed = meta('date', '2025-06-01');
    expect(
      publishedOf({ head: changed, body: `<article><h1>Notice</h1>${long}${column}${PROSE}</article>` }),
    ).toBe('2025-05-04');
    expect(
      publishedOf({ body: `<article><h1>Notice</h1>${long}${PROSE}</article>${column}` }),
    ).toBeUndefined();
  });

  it('is next to the heading that is the title, and not to one that has the site behind it', () => {
    const menu = '<li>Harbour</li>'.repeat(200);
    const body = `<h1>Notice of fees – The Delta</h1><ul>${menu}</ul><h2>Notice of fees</h2><div class="date">4 May 2025</div>${PROSE}`;
    expect(publishedOf({ head: meta('og:title', 'Notice of fees') + meta('date', '2025-06-01'), body })).toBe(
      '2025-05-04',
    );
  });

  it('is next to a heading of which the tab has a sign otherwise', () => {
    const menu = '<li>Harbour</li>'.repeat(200);
    const body = `<h1>The fees of the harbour’s pilots in spring</h1><p>4 May 2025</p>${PROSE}<p>1 May 2025</p>${menu}<h2>Harbour</h2>`;
    expect(
      publishedOf({ head: meta('og:title', 'Delta : The fees of the harbourâ€™s pilots in spring'), body }),
    ).toBe('2025-05-04');
  });

  it('is none where no date is that of the page: a wrong one would be cited', () => {
    for (const body of [
      `<h1>Notice</h1><p>The fee is due on 4 May 2025, as the board of the alliance has decided for its forty members in the past year.</p>${PROSE}`,
      `<h1>Notice</h1>${PROSE}<div class="related"><a>Other</a> <span class="date">4 May 2025</span></div>`,
      `<h1>Notice</h1><p>Valid until May 4, 2025</p>${PROSE}`,
      `<h1>Report for 4 May 2025</h1>${PROSE}`,
      `<h1>Notice</h1>${PROSE}<footer>© May 4, 2025</footer>`,
    ])
      expect(publishedOf({ body })).toBeUndefined();
    for (const content of [
      '1970-01-01',
      '0000-00-00',
      '0001-01-01T00:00:00',
      'soon',
      '2025-02-30',
      '30 February 2025',
    ])
      expect(publishedOf({ head: meta('date', content) })).toBeUndefined();
  });

  it('is as much as is written, and no more', () => {
    for (const [content, published] of [
      ['2025-05', '2025-05'],
      ['May 2025', '2025-05'],
      ['2025年5月', '2025-05'],
      ['05/2025', '2025-05'],
      ['Spring 2025', '2025'],
      ['2025', '2025'],
    ] as const)
      expect(publishedOf({ head: meta('citation_publication_date', content) })).toBe(published);
    // A journal's month, of which the day is declared as well.
    const head = meta('citation_publication_date', '2025/05') + meta('citation_online_date', '2025/05/04');
    expect(publishedOf({ head })).toBe('2025-05-04');
  });

  it('has no day where day and month may be exchanged, unless the page tells', () => {
    const ambiguous = meta('date', '04/05/2025');
    expect(publishedOf({ head: ambiguous })).toBe('2025');
    // A language that writes dates with other signs says nothing about this one.
    expect(publishedOf({ head: ambiguous, lang: 'de' })).toBe('2025');
    expect(publishedOf({ head: ambiguous, lang: 'en-GB' })).toBe('2025-05-04');
    expect(publishedOf({ head: ambiguous, lang: 'en-US' })).toBe('2025-04-05');
    const other = (day: string) => ({
      head: ambiguous,
      body: `<h1>Notice</h1>${PROSE}<p>It ends on ${day}, as was said.</p>`,
    });
    expect(publishedOf(other('25/06/2025'))).toBe('2025-05-04');
    expect(publishedOf(other('06/25/2025'))).toBe('2025-04-05');
    expect(publishedOf({ head: ambiguous }, 'https://delta.example/2025/05/04/a')).toBe('2025-05-04');
  });

  it('is the day of its authors where programs write that of Greenwich', () => {
    const head = meta('article:published_time', '2025-05-05T03:30:00Z');
    expect(publishedOf({ head })).toBe('2025-05-05');
    expect(publishedOf({ head }, 'https://delta.example/2025/05/04/a')).toBe('2025-05-04');
    expect(
      publishedOf({ head, body: `<h1>Notice</h1><p class="date">May 4, 2025 11:30 PM</p>${PROSE}` }),
    ).toBe('2025-05-04');
    // A day further away is another day.
    expect(publishedOf({ head }, 'https://delta.example/2025/04/01/a')).toBe('2025-05-05');
  });
});

it('reads a page full of dates, headings and names in a time that grows with its length', () => {
  // What would be quadratic takes minutes at this size.
  const body = `<h1>Notice</h1>${'<p class="date">04/05/2025 - <span>May</span></p>'.repeat(5_000)}${'<h2>a</h2>'.repeat(5_000)}`;
  const head = meta('author', `${'by '.repeat(20_000)}`) + meta('og:title', 'a - '.repeat(20_000));
  expect(said({ head, body }).published).toBe('2025');
});

describe('what stands near the title of a page', () => {
  it('is no day of the page where a sentence tells of it', () => {
    const told = '<p>In spring the club met on 3 March 2019 in the hall to agree on a plan.</p>';
    expect(publishedOf({ body: `<h1>Notice</h1>${told}${PROSE}` })).toBeUndefined();
    expect(publishedOf({ body: `<h1>Notice</h1><p>Ann Lee, 3 March 2019.</p>${PROSE}` })).toBe('2019-03-03');
  });

  it('is the day in the tag of the Chinese government, whose time follows a hyphen', () => {
    expect(publishedOf({ head: meta('firstpublishedtime', '2025-05-04-09:22:10') })).toBe('2025-05-04');
  });

  it.each([
    ['责任编辑：高磊', '高磊'],
    ['作者：高磊　来源：海港日报', '高磊'],
    ['By Ann Lee, Senior Fellow, Delta Institute', 'Ann Lee'],
    ['By Ann Lee, Director of Studies', 'Ann Lee'],
    ['By Ann Lee ann@delta.example', 'Ann Lee'],
    ['By Ann Lee, Bo Wu', 'Ann Lee, Bo Wu'],
  ])('has a name and more than that in “%s”', (content, author) => {
    expect(said({ head: meta('author', content) }).author).toBe(author);
  });

  it('is the title where a Chinese heading is short beside the names of channel and site', () => {
    const html = `<html lang="zh"><head><title>会费标准_新闻中心_三角洲科技网</title></head><body><h1>会费标准</h1>${PROSE}</body></html>`;
    expect(pageMetadata(parseHtml(html)).title).toBe('会费标准');
  });
});
