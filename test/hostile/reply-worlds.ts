import fc from 'fast-check';
import type { HandlersOptions } from '../support/handlers.js';
import { hostileText } from './texts.js';

// Knowledge bases in which everything that has a name is called what no message has room for, or what means something else
// to Discord; and whose sentences can be asked for, so that the bot has something to show.

export interface ReplyWorld {
  readonly name: string;
  readonly options: HandlersOptions;
  /** What there is to ask, for which the documents have an answer or come close to one. */
  readonly questions: readonly string[];
}

/** What a name may be, however long: 10,000 characters of it are tried, too. */
const NAMES: Readonly<Record<string, string>> = {
  long: 'Harbour and ferries of the northern islands ',
  Chinese: '港湾算力联盟渡轮',
  'right to left': 'مرفأ العبّارات של הנמל ',
  emoji: '👩🏽‍🚀🇨🇳🤖👨‍👩‍👧‍👦',
  Markdown: '**[a](https://evil.test/)** `x` ~~_||<@1>||_~~ # - > \\ ',
  marks: 'ȃ̷̡é́̀ﷺ ',
  'one word': 'Donaudampfschifffahrt',
};

const LENGTHS = [1, 8, 60, 300, 10_000];

/** A name of a kind and length; or no name at all. */
export const anyName = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.values(NAMES)), fc.constantFrom(...LENGTHS))
    .map(([piece, length]) => filled(piece, length)),
  hostileText(300),
  fc.constant(''),
);

const THINGS = [
  'ferry',
  'harbour',
  'lighthouse',
  'drydock',
  'tide table',
  'pilot boat',
  'customs house',
  'fish market',
];
const DAYS = ['4 March 2019', '25 July 2025', '1 May 2024', '2023', 'June 2025', '30 November 2026'];
const CLAUSES = [
  'opened',
  'was sold to North Line',
  'moved to the northern quay',
  'was rebuilt by Mina Lund',
];

const anyAddress = fc.oneof(
  fc.constantFrom('https://harbour.example/times', 'https://a.test/?q=%E4%B8&x=(1)#[y]', ''),
  fc.nat({ max: 1_900 }).map((length) => `https://harbour.example/${filled('way/', length)}`),
);

const anySentence = fc
  .tuple(
    fc.constantFrom(...THINGS),
    fc.constantFrom(...CLAUSES),
    fc.constantFrom(...DAYS),
    fc.oneof(
      fc.constant(''),
      hostileText(60),
      fc.constantFrom(...Object.values(NAMES)).map((name) => filled(name, 1_200)),
    ),
  )
  .map(([thing, clause, day, more]) =>
    oneLine(`The ${thing} ${clause} on ${day}${more && `, called ${more}`}.`),
  );

const anyChinese = fc
  .tuple(
    fc.constantFrom('渡轮', '港口', '灯塔', '联盟'),
    fc.constantFrom('成立', '开放', '搬迁'),
    fc.nat({ max: 900 }),
  )
  .map(
    ([thing, act, more]) => `${thing}于2025年7月25日${act}，${filled('北线航运与南线航运及其伙伴', more)}。`,
  );

/** A document in Markdown, with all that a source can say. */
const anyDocument: fc.Arbitrary<MadeText> = fc
  .record({
    title: anyName,
    publisher: anyName,
    author: anyName,
    url: anyAddress,
    published: fc.constantFrom('2019-03-04', '2025-07', '2026', ''),
    asOf: fc.constantFrom('2026-01', ''),
    headings: fc.array(anyName, { minLength: 1, maxLength: 5 }),
    sentences: fc.array(
      fc.oneof({ weight: 3, arbitrary: anySentence }, { weight: 1, arbitrary: anyChinese }),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    note: anyName,
    noteUrl: anyAddress,
  })
  .map((made) => ({ ...made, text: markdownOf(made) }));

/** The same, all of it in characters that take three bytes or four each, and as long as a message has room for. */
const anyWideDocument: fc.Arbitrary<MadeText> = fc
  .tuple(
    anyDocument,
    fc.array(anyChinese, { minLength: 10, maxLength: 30 }),
    fc.constantFrom(NAMES.Chinese ?? '', NAMES.emoji ?? ''),
    fc.constantFrom(60, 300),
  )
  .map(([document, sentences, piece, length]) => {
    const name = filled(piece, length);
    const headings = [name, `${name}二`, `${name}三`];
    const made = { ...document, sentences, headings, title: name, publisher: name, author: name, note: name };
    return { ...made, text: markdownOf(made) };
  });

type MadeText = Made & { readonly text: string };

interface Made {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly url: string;
  readonly published: string;
  readonly asOf: string;
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
  readonly note: string;
  readonly noteUrl: string;
}

function markdownOf({
  title,
  publisher,
  author,
  url,
  published,
  asOf,
  headings,
  sentences,
  note,
  noteUrl,
}: Made): string {
  const fields = { title, publisher, author, url, published, as_of: asOf };
  const front = Object.entries(fields).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [`${name}: ${JSON.stringify(value.toWellFormed())}`],
  );
  const sections = headings.flatMap((heading, at) => [
    `${'#'.repeat(1 + Math.min(at, 4))} ${oneLine(heading)}`,
    ...sentences
      .filter((_, position) => position % headings.length === at)
      .map((sentence, position) => (position % 3 === 1 ? `- ${sentence}` : `${sentence}[^a]`)),
  ]);
  const footnote = `[^a]: ${oneLine(note) || 'Harbour office'}, 2025-03-01${noteUrl && `, <${noteUrl}>`}`;
  return `---\n${front.join('\n')}\n---\n\n${sections.join('\n\n')}\n\n${footnote}\n`;
}

/** Some knowledge bases: with one document, several and many, and with none. */
export function replyWorlds(seed: number): ReplyWorld[] {
  const documents = fc.sample(anyDocument, { seed, numRuns: 60 });
  return [
    worldOf('nothing', []),
    worldOf('one', documents.slice(0, 1)),
    worldOf('several', documents.slice(1, 12)),
    worldOf('many', documents.slice(12)),
    worldOf('Chinese', fc.sample(anyWideDocument, { seed, numRuns: 12 })),
  ];
}

/** Documents to be handed over to a moderator's command. */
export const anyFile = fc.tuple(anyName, fc.oneof(anyDocument, anyWideDocument)).map(([name, { text }]) => ({
  name: `${name.slice(0, 200).toWellFormed()}.md`,
  content: text,
}));

function worldOf(
  name: string,
  documents: readonly Pick<MadeText, 'text' | 'title' | 'sentences'>[],
): ReplyWorld {
  const files = Object.fromEntries(documents.map(({ text }, at) => [`document-${at}.md`, text]));
  const sentences = documents.flatMap((document) => document.sentences);
  const asked = documents.flatMap(({ sentences: [first = ''] }, at) => {
    const questions = [`when did ${first.slice(0, 40)}`, first.slice(0, 100), filled(`${first} `, 200)];
    const entries = [{ answer: first, asked: [...new Set(questions.map(oneLine))] }];
    return [[`asked/document-${at}.yaml`, JSON.stringify(entries)] as const];
  });
  const entities = Object.values(NAMES).flatMap((piece) =>
    [20, 120].map((length) => ({ name: oneLine(filled(piece, length)), kind: 'company' })),
  );
  const glossary = { entities };
  return {
    name,
    options: { files: { ...files, ...Object.fromEntries(asked), 'glossary.yaml': JSON.stringify(glossary) } },
    questions: [
      ...documents.map(({ title }) => oneLine(title).slice(0, 40) || 'a'),
      ...sentences.flatMap((sentence) => [
        `When was it that ${sentence.slice(0, 60)}?`,
        filled(`${sentence} `, 500),
        sentence.slice(0, 100),
      ]),
    ],
  };
}

/** A text said again and again until it has this length. */
export function filled(piece: string, length: number): string {
  return piece
    .repeat(Math.ceil(length / piece.length))
    .slice(0, length)
    .toWellFormed();
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}
