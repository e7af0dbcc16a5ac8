import fc from 'fast-check';
import { docxFile, paragraph, pdfFile, table } from '../support/document-files.js';
import { CONSTRUCTS } from './constructs.js';
import { hostileText, TELLING } from './texts.js';

// Documents that mean harm, of each format that is read: small real ones with something changed in them, and floods of one
// construct.

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
