import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { startParseProcess } from '../../src/parsing/parse-process.js';
import { createParser, createParsers, type ParserOptions } from '../../src/parsing/parsers.js';
import { docxFile, paragraph } from '../support/document-files.js';
import { parserHere } from '../support/parser-here.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function parserWith(options: ParserOptions = {}) {
  const parser = createParser(options);
  closing.push(() => parser.close());
  return parser;
}

const file = (text: string, path = 'a.md') => ({ path, bytes: new TextEncoder().encode(text) });
const GOOD = file('# Title\n\nA sentence.[^a]\n\n[^a]: A, 2025');
/** The parser of Markdown is quadratic in these; it takes minutes. */
const SLOW = file('- '.repeat(99).concat('x\n').repeat(2_000), 'slow.md');

describe('createParser', () => {
  it('gives what the reader gives', async () => {
    const parser = parserWith();
    const bad = file('\0', 'bad.txt');
    expect(await parser.document(GOOD)).toEqual(await readDocument(GOOD));
    expect(await parser.document(bad)).toEqual(await readDocument(bad));
  });

  it('reads many documents at once', async () => {
    const parser = parserWith();
    const files = Array.from({ length: 20 }, (_, i) => file(`Sentence ${i}.`, `${i}.txt`));
    const results = await Promise.all(files.map((each) => parser.document(each)));
    expect(results).toEqual(await Promise.all(files.map(readDocument)));
  });

  it('gives up on a document that takes too long, and reads those before and after it', async () => {
    const parser = parserWith({ seconds: 2 });
    const results = await Promise.all([GOOD, SLOW, GOOD, SLOW, GOOD].map((each) => parser.document(each)));
    const tooSlow = { problems: [{ file: 'slow.md', kind: 'too-slow', seconds: 2 }] };
    const good = await readDocument(GOOD);
    expect(results).toEqual([good, tooSlow, good, tooSlow, good]);
  });

  it('gives up on a document that needs too much memory', async () => {
    const small = startParseProcess({ seconds: 60, megabytes: 120 });
    const result = await small.read({ kind: 'document', file: file('- *a*\n'.repeat(50_000), 'large.md') });
    expect(result).toEqual({ problems: [{ file: 'large.md', kind: 'too-much-memory', megabytes: 120 }] });
    expect(small.isAlive()).toBe(false);
  });

  it('reads no other file in a process whose memory is half full of what was', async () => {
    const job = { kind: 'document', file: GOOD } as const;
    // With its libraries alone a process has about 90 MB.
    const [small, large] = [140, 2_000].map((megabytes) => startParseProcess({ seconds: 60, megabytes }));
    if (!small || !large) return expect.fail();
    closing.push(small.end, large.end);
    expect((await small.read(job)).problems).toEqual([]);
    expect((await large.read(job)).problems).toEqual([]);
    expect([small.isAlive(), large.isAlive()]).toEqual([false, true]);
  });

  it('bounds the memory that is not on the heap, too', async () => {
    const small = startParseProcess({ seconds: 60, megabytes: 150 });
    const bytes = docxFile(paragraph('A'.repeat(19_000_000)));
    expect(await small.read({ kind: 'document', file: { path: 'a.docx', bytes } })).toEqual({
      problems: [{ file: 'a.docx', kind: 'too-much-memory', megabytes: 150 }],
    });
  });

  it('answers what is under way when it is closed', async () => {
    const parser = parserWith();
    const result = parser.document(SLOW);
    await parser.close();
    expect((await result).problems).toMatchObject([{ file: 'slow.md', kind: 'unreadable' }]);
  });
});

/** The processes that are at work for this one: those that have nothing to do do not keep it alive. */
async function processes(): Promise<number> {
  // One that has ended is let go of at the end of a turn.
  for (let turn = 0; turn < 2; turn++) await new Promise(setImmediate);
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
}

describe('createParsers', () => {
  it('reads everything that others write as the readers do', async () => {
    const parser = parserWith();
    const yaml = (path: string, text: string) => file(text, path);
    const sidecar = yaml('a.md.yaml', 'title: Ferry\ntags: [boats]\n');
    expect(await parser.sidecar(sidecar)).toEqual(await parserHere.sidecar(sidecar));
    const asked = yaml('asked/a.yaml', '- { answer: It leaves., asked: [When?, when] }\n');
    expect(await parser.asked(asked)).toEqual(await parserHere.asked(asked));
    const glossary = yaml('glossary.yaml', 'synonyms: [[curb, sanction]]\n');
    expect(await parser.glossary(glossary)).toEqual(await parserHere.glossary(glossary));
    const judged = yaml('questions.yaml', '- { question: When?, document: a }\n- { question: Who? }\n');
    expect(await parser.judged(judged)).toEqual(await parserHere.judged(judged));
    const robots = { ...yaml('robots.txt', 'user-agent: *\ndisallow: /a\n'), agent: 'bot' };
    expect(await parser.robots(robots)).toEqual({ rules: [{ allows: false, pattern: '/a' }], problems: [] });
  });

  it('works with no more processes for twelve servers than for two', async () => {
    const parsers = createParsers();
    closing.push(parsers.close);
    expect(await processes()).toBe(0);
    const most = async (servers: number) => {
      let seen = 0;
      const files = Array.from({ length: servers }, (_, server) =>
        parsers.ofServer(`${server}`).document(file(`Note ${server}.`)),
      );
      const look = async () => {
        seen = Math.max(seen, await processes());
      };
      await look();
      // At the end of each, others are at work.
      for (const one of files) void one.then(look);
      await Promise.all(files);
      return seen;
    };
    expect(await most(2)).toBe(2);
    expect(await most(12)).toBe(2);
  });

  it('reads one file of a server at a time, so that a slow one holds up no other server', async () => {
    const parsers = createParsers({ seconds: 4 });
    closing.push(parsers.close);
    const order: string[] = [];
    const read = async (server: string, what: typeof GOOD) => {
      const { problems } = await parsers.ofServer(server).document(what);
      order.push(`${server} ${problems[0]?.kind ?? 'read'}`);
    };
    await Promise.all([
      ...[SLOW, GOOD].map((what) => read('hostile', what)),
      ...[GOOD, GOOD, GOOD, GOOD].map((what) => read('honest', what)),
    ]);
    // Its second file waited for its first, and had not taken the other process from the four.
    expect(order.at(-1)).toBe('hostile read');
    expect(order.toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'honest read'),
      'hostile read',
      'hostile too-slow',
    ]);
  });

  it('reads a robots.txt while all documents are slow, as somebody waits for a page', async () => {
    const parsers = createParsers({ seconds: 4 });
    closing.push(parsers.close);
    const order: string[] = [];
    const slow = ['1', '2'].map(async (server) => {
      await parsers.ofServer(server).document(SLOW);
      order.push('document');
    });
    const robots = { ...file('user-agent: *', 'robots.txt'), agent: 'bot' };
    const read = parsers.ofServer('4').robots(robots);
    await read.then(() => order.push('robots'));
    await Promise.all(slow);
    expect(order).toEqual(['robots', 'document', 'document']);
  });

  it.each([
    ['is not there', '/nowhere/node'],
    ['has no name that the system takes', '\0'],
  ])(
    'says of every file so where the program that reads %s, and reads when it is there again',
    async (_, path) => {
      const parser = parserWith();
      const { execPath } = process;
      process.execPath = path;
      try {
        const files = Array.from({ length: 5 }, (_each, at) => file('Text.', `${at}.md`));
        const results = await Promise.all(files.map((each) => parser.document(each)));
        for (const [at, { problems }] of results.entries()) {
          const detail = expect.stringMatching(
            /^the process that would read it could not be started \(E[A-Z_]+\)$/,
          );
          expect(problems).toEqual([{ file: `${at}.md`, kind: 'unreadable', detail }]);
        }
      } finally {
        process.execPath = execPath;
      }
      expect(await parser.document(GOOD)).toEqual(await readDocument(GOOD));
    },
  );

  it('leaves no process when it is closed, and reads nothing then', async () => {
    const parsers = createParsers();
    const reading = [GOOD, SLOW].map((what, at) => parsers.ofServer(`${at}`).document(what));
    await reading[0];
    await parsers.close();
    expect(await processes()).toBe(0);
    const late = await parsers.ofHost().glossary(file('{}', 'glossary.yaml'));
    expect(late).toEqual({
      problems: [{ file: 'glossary.yaml', kind: 'unreadable', detail: 'the bot is stopping' }],
    });
    expect((await reading[1])?.problems).toMatchObject([{ kind: 'unreadable' }]);
  });
});

describe('YAML that nobody would write', () => {
  const parser = createParser();
  afterAll(() => parser.close());

  const parts: [name: string, yaml: string][] = [
    ['brackets', `title: ${'['.repeat(2_000)}`],
    ['braces', `title: ${'{a: '.repeat(2_000)}`],
    ['lists of keys', `title:\n${'- ? '.repeat(20_000)}`],
    ['keys', Array.from({ length: 30_000 }, (_, at) => `k${at}: 1`).join('\n')],
    ['keys on a line', `title: {${Array.from({ length: 30_000 }, (_, at) => `k${at}: 1`).join(', ')}}`],
    ['maps within maps', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ];

  it.each(parts)('is a problem with its line wherever it stands: %s', async (_, yaml) => {
    const lineOf = async (reading: Promise<{ problems: readonly { line?: number; kind: string }[] }>) =>
      (await reading).problems.map(({ kind, line }) => [kind, typeof line]);
    expect(await lineOf(parser.sidecar(file(yaml, 'a.md.yaml')))).toEqual([['front-matter', 'number']]);
    expect(await lineOf(parser.document(file(`---\n${yaml}\n---\nText.\n`)))).toEqual([
      ['front-matter', 'number'],
    ]);
    expect(await lineOf(parser.glossary(file(yaml, 'glossary.yaml')))).toEqual([['glossary', 'number']]);
    expect(await lineOf(parser.judged(file(yaml, 'questions.yaml')))).toEqual([
      ['judged-questions', 'number'],
    ]);
    expect(await lineOf(parser.asked(file(yaml, 'asked/a.yaml')))).toEqual([['known-questions', 'number']]);
  });

  it('gives no more known questions of a file than a collection may have, and says that there are more', async () => {
    const many = Array.from({ length: 12_000 }, (_, at) => `q${at}`).join(', ');
    const { questions } = await parser.asked(file(`- { answer: So., asked: [${many}] }\n`, 'asked/a.yaml'));
    expect(questions).toHaveLength(10_001);
  });
});
