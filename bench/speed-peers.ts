import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { MixedText } from './mixed-corpus.js';
import { type Built, type Engine, FOUND } from './speed-engines.js';

/** Beyond it Lunr takes gigabytes and Orama minutes. */
const MOST_OF_SLOW_ONES = 10_000;

/** What ratios are to. */
export const BASELINE = 'MiniSearch, defaults';

/** The index on which the product rests, by itself. */
export const miniSearch = engineOf('MiniSearch', indexByMiniSearch);

/** The engines that others make, which are no part of the project, from the folder in which they are installed. */
export function peersIn(folder: string): Engine[] {
  const load = createRequire(join(folder, 'package.json'));
  const slow = { mostTexts: MOST_OF_SLOW_ONES };
  return [
    engineOf('FlexSearch', (texts) => indexByFlexSearch(texts, load('flexsearch'))),
    engineOf('wink-bm25', (texts) =>
      indexByWink(texts, load('wink-bm25-text-search'), load('wink-nlp-utils')),
    ),
    engineOf('SQLite FTS5', indexBySqlite),
    { ...engineOf('Lunr', (texts) => indexByLunr(texts, load('lunr'))), ...slow },
    {
      ...engineOf('Orama', (texts) =>
        indexByOrama(texts, {
          ...load('@orama/orama'),
          ...load('@orama/stemmers/english'),
          ...load('@orama/stopwords/english'),
        }),
      ),
      ...slow,
    },
  ];
}

function engineOf(name: string, build: (texts: readonly MixedText[]) => Built | Promise<Built>): Engine {
  return { name, prepare: async (texts) => async () => build(texts) };
}

/** As it comes, and as its README sets it up: beginnings of words, slips, and titles that count twice. */
async function indexByMiniSearch(texts: readonly MixedText[]): Promise<Built> {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  await index.addAllAsync(texts.map((text, id) => ({ id, ...text })));
  const readme = { boost: { title: 2 }, prefix: true, fuzzy: 0.2 };
  return {
    [BASELINE]: (question) => index.search(question).slice(0, FOUND),
    'MiniSearch, README': (question) => index.search(question, readme).slice(0, FOUND),
  };
}

interface FlexSearch {
  readonly Index: new (
    options: object,
  ) => {
    add(id: number, text: string): void;
    search(query: string, options: object): unknown;
  };
}

function indexByFlexSearch(texts: readonly MixedText[], { Index }: FlexSearch): Built {
  const index = new Index({ tokenize: 'strict' });
  for (const [id, { title, text }] of texts.entries()) index.add(id, `${title} ${text}`);
  return { FlexSearch: (question) => index.search(question, { limit: FOUND, suggest: true }) };
}

type WinkEngine = () => {
  defineConfig(config: object): void;
  definePrepTasks(tasks: readonly unknown[]): void;
  addDoc(text: MixedText, id: number): void;
  consolidate(): void;
  search(question: string, limit: number): unknown;
};

interface WinkUtils {
  readonly string: Readonly<Record<'lowerCase' | 'tokenize0', unknown>>;
  readonly tokens: Readonly<Record<'removeWords' | 'stem' | 'propagateNegations', unknown>>;
}

/** With the steps of its documentation: small letters, words, no stop words, stems, negations. */
function indexByWink(texts: readonly MixedText[], wink: WinkEngine, { string, tokens }: WinkUtils): Built {
  const engine = wink();
  engine.defineConfig({ fldWeights: { title: 1, text: 1 } });
  engine.definePrepTasks([
    string.lowerCase,
    string.tokenize0,
    tokens.removeWords,
    tokens.stem,
    tokens.propagateNegations,
  ]);
  for (const [id, text] of texts.entries()) engine.addDoc(text, id);
  engine.consolidate();
  return { 'wink-bm25': (question) => engine.search(question, FOUND) };
}

/** In memory, with its Porter stemmer. */
function indexBySqlite(texts: readonly MixedText[]): Built {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(title, text, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO texts(title, text) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const { title, text } of texts) insert.run(title, text);
  database.exec('COMMIT');
  const search = database.prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?');
  const anyWord = (question: string) =>
    (question.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
  return { 'SQLite FTS5': (question) => search.all(anyWord(question), FOUND) };
}

interface LunrBuilder {
  field(name: string): void;
  add(document: object): void;
}

interface Lunr {
  (
    define: (this: LunrBuilder) => void,
  ): {
    query(ask: (query: { term(terms: readonly unknown[], options: object): void }) => void): unknown[];
  };
  tokenizer(text: string): readonly unknown[];
}

function indexByLunr(texts: readonly MixedText[], lunr: Lunr): Built {
  const index = lunr(function () {
    this.field('title');
    this.field('text');
    for (const [id, text] of texts.entries()) this.add({ id, ...text });
  });
  const search = (question: string) =>
    index.query((query) => query.term(lunr.tokenizer(question), {})).slice(0, FOUND);
  return { Lunr: search };
}

interface Orama {
  create(options: object): object;
  insertMultiple(index: object, texts: readonly object[]): unknown;
  search(index: object, query: object): unknown;
  readonly stemmer: unknown;
  readonly language: string;
  readonly stopwords: unknown;
}

/** With its stemmer and stop words of English. */
async function indexByOrama(texts: readonly MixedText[], orama: Orama): Promise<Built> {
  const { stemmer, language, stopwords: stopWords } = orama;
  const index = orama.create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, language, stemmer, stopWords } },
  });
  await orama.insertMultiple(index, texts);
  return { Orama: (question) => orama.search(index, { term: question, limit: FOUND, threshold: 1 }) };
}
