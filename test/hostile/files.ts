import fc from 'fast-check';
import { docxFile, paragraph, pdfFile, table } from '../support/document-files.js';
import { hostileText, TELLING } from './texts.js';

// Files that mean harm, of each format that is read: small real ones with something changed in them, floods of one
// construct, and texts that are read as data.

export interface HostileFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

const MARKDOWN = `---
title: The harbour
publisher: Harbour office
published: 2025-03-04
tags: [ferries, tides]
---

# The harbour

The ferry to the island leaves at noon.[^office] It takes **forty minutes**, and costs 12.50.

## Who runs it

| Firm | Since |
|---|---|
| North Line | 2019 |
| South Line | 2021 |

- Two boats sail in winter;
- three in summer.

> [!NOTE]
> Dogs travel free.

\`\`\`
tide = 3.2
\`\`\`

[^office]: Harbour office, 2025-03-01, <https://harbour.example/times>
`;

const PLAIN = `The harbour\n\nThe ferry to the island leaves at noon. It takes forty\nminutes.\n\n1. Two boats sail in winter.\n2. Three in summer.\n`;
const MAIL = `From: Mina <mina@harbour.example>\nDate: Tue, 4 Mar 2025 09:00:00 +0000\nSubject: =?utf-8?B?RmVycnk=?=\nContent-Type: text/plain; charset=utf-8\n\nThe ferry leaves at noon.\n> Does it?\n-- \nMina\n`;
const SUBTITLES = `1\n00:00:01,000 --> 00:00:03,000\nThe ferry leaves\n\n2\n00:00:03,000 --> 00:00:05,000\nat noon.\n`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The harbour – Harbour office</title>
<meta property="og:site_name" content="Harbour office"><meta name="author" content="Mina Lund">
<meta property="article:published_time" content="2025-03-04T09:00:00Z"><link rel="canonical" href="https://harbour.example/times">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The harbour","datePublished":"2025-03-04"}</script>
<style>.gone{display:none}</style></head><body><article><h1>The harbour</h1><p>The ferry to the island leaves at noon<sup><a href="#n1">1</a></sup>.
It takes <b>forty minutes</b>.</p><table><tr><th colspan="2">Firm</th></tr><tr><td rowspan="2">North Line</td><td>2019</td></tr></table>
<ol start="3"><li>Two boats</li></ol><dl><dt>Dogs</dt><dd>travel free</dd></dl><pre>tide = 3.2</pre><p class="gone">Not shown.</p>
<p id="n1">1. Harbour office.</p></article></body></html>`;

/** Small real files, by their endings. */
const SMALL: readonly (readonly [ending: string, bytes: Uint8Array])[] = [
  ['.md', Buffer.from(MARKDOWN)],
  ['.txt', Buffer.from(PLAIN)],
  ['.eml', Buffer.from(MAIL)],
  ['.srt', Buffer.from(SUBTITLES)],
  ['.html', Buffer.from(PAGE)],
  [
    '.pdf',
    pdfFile([
      [
        { text: 'The ferry to the island leaves at noon.', y: 700 },
        { text: 'It takes forty minutes.', y: 680 },
      ],
    ]),
  ],
  [
    '.docx',
    docxFile(
      paragraph('The harbour', 'Heading1') +
        paragraph('The ferry leaves at noon.') +
        table([
          ['Firm', 'Since'],
          ['North Line', '2019'],
        ]),
    ),
  ],
];

/** What a parser may count, nest, look ahead for or look back from, and what may stand around it. */
const CONSTRUCTS: readonly (readonly [ending: string, construct: string])[] = [
  ...[
    '[',
    '[a](',
    '![',
    '*',
    '_',
    '**a',
    '`',
    '``` \n',
    '> ',
    '- ',
    '1. ',
    '# a\n',
    '|',
    '|a',
    '\\',
    '<',
    '&',
    '&#',
    '[^a]',
    '[^a]: b\n',
    '~~',
    '$',
    '<b>',
    '<!--',
    '{#a',
    ':::',
    '!!! a\n',
    '[[a|',
    '==',
    '^',
    '    a\n',
    '---\n',
    '\t',
    'a\n',
    '  \n',
    'www.',
    'a@b.',
    'http://a?',
    '<a href="',
    '{{',
    '{%',
    '%%',
  ].map((one) => ['.md', one] as const),
  ...[
    '<div>',
    '<p>a',
    '<b>',
    '<table><tr><td>',
    '<ul><li>',
    '<sup><a href="#">1',
    '<a href="',
    '<!--',
    '<![CDATA[',
    '<svg>',
    '<template>',
    '<script>',
    '<style>a{',
    '<style>@media{',
    '&amp;',
    '&#x',
    '<td colspan=9999>',
    '<td rowspan=65534>',
    '<ol start=-9><li>',
    '<br>',
    '<pre>\n',
    '<select><option>',
    '<math><mi>x',
    '<ruby>a<rt>',
    '<meta name="author" content="a">',
    '<h1>a</h1>',
    '<dl><dt>a',
    '<p hidden>',
    '<span style="display:none">',
  ].map((one) => ['.html', one] as const),
  ...[
    'a',
    ' ',
    '\n',
    '.',
    'A. ',
    '? ',
    '1.',
    '1',
    '中',
    '。',
    '、',
    '"',
    '(',
    '[1]',
    '-',
    '-\n',
    '—',
    '“',
    'e\u0301',
    '\u0301',
    '\u200b',
    '\u202e',
    '\ufdfa',
    'et al. ',
    'No. ',
    'https://',
    '第一章\n',
    '一、',
    '表 1\n',
    'a  b\n',
    '\f',
    '\r',
    '| a |\n',
    '+---+\n',
    '123  456\n',
    '[1] a\n',
    'Q: a\nA: b\n',
  ].map((one) => ['.txt', one] as const),
  ...['> ', '=?utf-8?Q?=41?= ', 'a: b\n', '--\n', '--=\n', 'From: ', '=\n', '=41'].map(
    (one) => ['.eml', one] as const,
  ),
  ...['1\n00:00:01,000 --> 00:00:02,000\na\n\n', '-->', '<i>', 'NOTE a\n\n', '00:00:01.000 --> '].map(
    (one) => ['.vtt', one] as const,
  ),
];

const aSmallFile = fc.constantFrom(...SMALL);
const aConstruct = fc.constantFrom(...CONSTRUCTS);

/** Something cut out, put in, written over or said many times, a few times over. */
const change = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'repeat', 'insert', 'splice'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.double({ min: 0, max: 0.3, noNaN: true }),
  times: fc.integer({ min: 2, max: 2_000 }),
  piece: fc.oneof(
    fc.constantFrom(...TELLING),
    aConstruct.map(([, piece]) => piece),
  ),
  other: aSmallFile,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** No changed file is larger: there are enough small ones that are hard to read. */
const MOST_BYTES = 300_000;

function changed(bytes: Uint8Array, { kind, at, length, times, piece, other }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const end = start + Math.ceil(length * bytes.length);
  const middle = bytes.slice(start, end);
  switch (kind) {
    case 'cut':
      return Buffer.concat([bytes.slice(0, start), bytes.slice(end)]);
    case 'flip':
      return bytes.map((byte, place) => (place >= start && place < end ? byte ^ (times & 0xff) : byte));
    case 'repeat': {
      const all = Math.min(times, Math.floor(MOST_BYTES / Math.max(1, middle.length)));
      return Buffer.concat([
        bytes.slice(0, start),
        ...Array.from({ length: all }, () => middle),
        bytes.slice(end),
      ]);
    }
    case 'insert':
      return Buffer.concat([
        bytes.slice(0, start),
        Buffer.from(piece.repeat(times % 40)),
        bytes.slice(start),
      ]);
    default:
      return Buffer.concat([bytes.slice(0, start), other[1].slice(Math.floor(at * other[1].length))]);
  }
}

/** A name that may not be one, with an ending that is more often right than not. */
function named(ending: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const stem = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('a', 'harbour', 'harbour (1)', '港口') },
    hostileText(60),
  );
  return fc.tuple(stem, ending).map(([name, after]) => `${name}${after}`);
}

const endingNear = (ending: string) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constant(ending) },
    fc.constantFrom(...SMALL.map(([other]) => other), '', '.exe', '.md.yaml', '.HTML', '.docx.txt'),
  );

/** A small real file with a few things changed in it. */
export const changedFile: fc.Arbitrary<HostileFile> = fc
  .tuple(aSmallFile, fc.array(change, { minLength: 1, maxLength: 4 }))
  .chain(([[ending, bytes], changes]) =>
    named(endingNear(ending)).map((filename) => ({
      filename,
      bytes: changes.reduce(changed, bytes).slice(0, MOST_BYTES),
    })),
  );

/** One construct again and again, in a file that begins and ends as others do. */
export const floodedFile: fc.Arbitrary<HostileFile> = fc
  .tuple(aConstruct, aConstruct, fc.constantFrom(500, 5_000, 50_000, 250_000), fc.boolean())
  .map(([[ending, one], [, other], size, isMixed]) => {
    const construct = isMixed ? one + other : one;
    const flood = construct.repeat(Math.ceil(size / construct.length));
    const text =
      ending === '.html'
        ? `<html><body><p>The ferry leaves at noon.</p>${flood}`
        : `The ferry leaves at noon.\n\n${flood}\n\nThe end.\n`;
    return { filename: `flood${ending}`, bytes: Buffer.from(text) };
  });

/** YAML that means more, or other, than it seems. */
const SCALARS = [
  ...[
    'a',
    '"a',
    "'a",
    '!!js/function x',
    '!!python/object:os.system x',
    '&a *a',
    '*nobody',
    '<<: *a',
    '? a',
    '- - - a',
  ],
  ...[
    '{a: {a: {a: b}}}',
    '[[[[a',
    '2025-13-45',
    '.inf',
    '0x1F',
    '1_000',
    '~',
    '|\n  a\n b',
    '>-\n\ta',
    '%TAG ! x',
    '--- a',
    '...',
  ],
  ...[
    '__proto__: {a: b}',
    'constructor: a',
    'toString: a',
    'javascript:alert(1)',
    'https://u:p@evil.test/',
    '!!binary AAAA',
    '\u2028',
    '#',
  ],
];
const yamlValue = fc.oneof(
  fc.constantFrom(...SCALARS),
  hostileText(80).map((text) => JSON.stringify(text)),
  hostileText(80),
  fc
    .tuple(
      fc.constantFrom('[', '{a: ', '- ', '? ', '&a [*a, ', '- ? ', '  ', '!!a '),
      fc.integer({ min: 1, max: 3_000 }),
    )
    .map(([piece, times]) => piece.repeat(times)),
);

function yamlOf(keys: readonly string[]): fc.Arbitrary<string> {
  const entry = fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.constantFrom(...TELLING)), yamlValue);
  return fc
    .array(entry, { minLength: 1, maxLength: 6 })
    .map((entries) => entries.map(([key, value]) => `${key}: ${value}`).join('\n'));
}

const aboutDocument = yamlOf([
  'title',
  'publisher',
  'author',
  'published',
  'as_of',
  'url',
  'tags',
  'retrieved',
]);

/** Markdown with front matter. */
export const frontMatter: fc.Arbitrary<HostileFile> = aboutDocument.map((yaml) => ({
  filename: 'front.md',
  bytes: Buffer.from(`---\n${yaml}\n---\n\n# Harbour\n\nThe ferry leaves at noon.\n`),
}));

/** What stands beside a document and says what it is. */
export const sidecar: fc.Arbitrary<string> = aboutDocument;

export const glossary: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('entities:\n  - ', 'synonyms:\n  - ', 'entities: ', ''),
    yamlOf(['name', 'kind', 'aliases', 'chinese', 'entities', 'synonyms']),
  )
  .map(([head, yaml]) => head + yaml.replaceAll('\n', '\n    '));

export const judgedQuestions: fc.Arbitrary<string> = yamlOf([
  'question',
  'document',
  'says',
  'also',
  'declined',
  'why',
]).map((yaml) => `- ${yaml.replaceAll('\n', '\n  ')}`);

export const askedQuestions: fc.Arbitrary<string> = yamlOf(['answer', 'asked']).map(
  (yaml) => `- ${yaml.replaceAll('\n', '\n  ')}`,
);

const robotsLine = fc.oneof(
  fc.constantFrom(
    'user-agent: *',
    'user-agent: test-bot',
    'disallow: /',
    'allow: /',
    'disallow:',
    'crawl-delay: 1e9',
    'sitemap: x',
    '#',
    '',
  ),
  fc
    .tuple(
      fc.constantFrom('disallow: /', 'allow: /', 'user-agent: ', ''),
      fc.constantFrom('*a', '%', '$', '*', 'a*a', '中', '\u0000', '%zz'),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([head, piece, times]) => head + piece.repeat(times)),
  hostileText(200),
);

export const robotsText: fc.Arbitrary<string> = fc
  .tuple(fc.array(robotsLine, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 1, 200, 2_000))
  .map(([lines, times]) => `${lines.join('\n')}\n`.repeat(times).slice(0, 500_000));

/** How a server answers for a page. */
export interface HostilePage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly robots: string;
  readonly path: string;
}

const contentType = fc.oneof(
  fc.constantFrom(
    'text/html',
    'text/html; charset=utf-8',
    'text/html; charset=utf-16',
    'text/html; charset=x-evil',
    'text/plain',
    'application/pdf',
    'text/markdown',
    '',
    'image/png',
    'text/html;;;=',
    'multipart/mixed',
  ),
);

const pagePath = fc
  .oneof(
    fc.constantFrom('/', '/times', '/a.md', '/a.pdf?x=1', '/%2e%2e/%00', `/${'a'.repeat(1_800)}`),
    hostileText(60).map((text) => `/${encodeURIComponent(Buffer.from(text).toString())}`),
  )
  .map((path) => path.slice(0, 1_900));

/** A page, with the robots.txt of its site. */
export const hostilePage: fc.Arbitrary<HostilePage> = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 200, 200, 204, 206, 301, 302, 304, 307, 404, 429, 500),
  headers: fc
    .tuple(
      contentType,
      fc.constantFrom('/times', '/', '//evil.test/', 'file:///etc/passwd', 'http://127.0.0.1:22/', 'x'),
      fc.constantFrom('', 'gzip', 'br', 'identity'),
    )
    .map(([type, location, encoding]) => ({
      ...(type !== '' && { 'content-type': type }),
      location,
      ...(encoding !== '' && { 'content-encoding': encoding }),
    })),
  bytes: fc.oneof(
    { weight: 3, arbitrary: changedFile.map(({ bytes }) => bytes) },
    { weight: 2, arbitrary: floodedFile.map(({ bytes }) => bytes) },
  ),
  robots: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, robotsText),
  path: pagePath,
});
