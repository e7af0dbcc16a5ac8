import { describe, expect, it } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { outline } from '../support/documents-reading.js';
import { inPage, pageOf, readPage } from '../support/pages.js';

describe('a page whose elements stand where they should not', () => {
  it.each([
    [
      'between head and body',
      '<html><head><title>A pier</title></head><link rel="stylesheet" href="a.css"><body><p>It is open.</p></body></html>',
    ],
    [
      'as a script there',
      '<html><head><title>A pier</title></head><script>go()</script>\n<body class="x"><p>It is open.</p></body></html>',
    ],
    [
      'in the head',
      '<html><head><title>A pier</title><div><p>It is open.</p></div></head><body></body></html>',
    ],
    ['behind the body', '<html><head><title>A pier</title></head><body></body><p>It is open.</p></html>'],
    ['behind all', '<html><head><title>A pier</title></head><body></body></html><p>It is open.</p>'],
    [
      'in a second body',
      '<html><head><title>A pier</title></head><body></body><body><p>It is open.</p></body></html>',
    ],
    ['with a frame in a comment', '<!-- <html> <body> --><title>A pier</title><p>It is open.</p>'],
  ])('is read all the same: %s', (_, html) => {
    expect(pageOf(html)).toMatchObject({ title: 'A pier', text: 'It is open.' });
  });

  it('is read in the order in which a browser shows it', () => {
    const html = '<html><head></head><p>One.</p><body><p>Two.</p></body><p>Three.</p></html><p>Four.</p>';
    expect(pageOf(html).text).toBe('One.\n\nTwo.\n\nThree.\n\nFour.');
  });
});

describe('a page that a script puts together', () => {
  const script = '<script src="/app.js"></script>';

  it.each([
    ['nothing', '<div id="root"></div>'],
    ['a request', '<div id="root"></div><p>You need to enable JavaScript to run this app.</p>'],
    ['a sign that it is loading', '<div id="app">Loading…</div>'],
    ['a request in Chinese', '<p>请启用 JavaScript 后继续浏览。</p>'],
    ['a request for those without scripts', '<noscript>Turn on scripts.</noscript><main></main>'],
  ])('says what to do: it has %s', (_, body) => {
    const { document, problems } = readPage(inPage(body + script));
    expect(document).toBeUndefined();
    expect(problems).toEqual([{ file: 'page.html', kind: 'made-by-script' }]);
    expect(problems.map(copy.problem)).toEqual([
      expect.stringMatching(/script.*Open it in a browser.*attach/),
    ]);
  });

  it('is none where there is text', () => {
    expect(pageOf(inPage(`<p>The crane is run by a JavaScript program.</p>${script}`)).text).toMatch(/crane/);
    expect(
      pageOf(inPage(`<p>Loading and unloading is free for members of the club until June.</p>${script}`))
        .text,
    ).toMatch(/free/);
  });
});

describe('the title of a page', () => {
  it('is no text where it stands over the text in two lines', () => {
    const page = inPage(
      '<p>海湾市关于共用测试场</p><p>的若干措施</p><p>测试场由会员共用。</p>',
      '<title>海湾市关于共用测试场的若干措施</title>',
    );
    expect(outline(pageOf(page))).toEqual({
      title: '海湾市关于共用测试场的若干措施',
      paragraphs: [['测试场由会员共用。']],
    });
  });

  it('has no space where its line breaks in Chinese', () => {
    const page = inPage('<h1>海湾市关于共用<br>测试场的措施</h1><p>测试场由会员共用。</p>');
    expect(outline(pageOf(page)).paragraphs).toEqual([['海湾市关于共用测试场的措施', '测试场由会员共用。']]);
  });
});

describe('what a page shows beside its text', () => {
  const text =
    '<p>The club of the harbour has a new crane.</p><p>It lifts forty tons, and its members may use it.</p>';

  it('is the way to it and the buttons at its headings', () => {
    const way = '<ol class="breadcrumb"><li><a href="/">Home</a></li></ol>';
    const edit = '<span class="mw-editsection">[<a href="/e">edit</a>]</span>';
    const { paragraphs, text: read } = pageOf(
      inPage(`<main>${way}<h1>Crane</h1>${text}<h2>History${edit}</h2>${text}</main>`),
    );
    expect(read).not.toContain('Home');
    expect(paragraphs.at(-1)?.headings).toEqual(['History']);
  });

  it('is the mark of a note that its class names, raised by a style sheet that is elsewhere', () => {
    const note = '<a class="footnote-ref" href="#n1">1</a>';
    const page = inPage(
      `<article><h1>Crane</h1>${text}<p>The club has forty members${note} in all.</p></article>`,
    );
    expect(pageOf(page).text).toContain('The club has forty members in all.');
  });

  it('is not all of the page, though its styles hide it until a script runs', () => {
    const long = text.repeat(5);
    const page = inPage(
      `<main><h1>Crane</h1><div class="fade">${long}</div></main>`,
      '<style>.fade{opacity:0}</style>',
    );
    expect(pageOf(page).text).toContain('has a new crane.');
  });
});
