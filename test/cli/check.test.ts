import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCheck } from '../../src/cli/check.js';

const sourced =
  '---\ntitle: Sourced\npublisher: Reuters\nurl: https://example.org/a\n---\n\nStepFun started it.\n';

/** What the check prints of a folder with these files, and its exit code. */
async function check(files: Readonly<Record<string, string>>) {
  const knowledgeDir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(knowledgeDir, name)), { recursive: true });
    await writeFile(join(knowledgeDir, name), text);
  }
  return checkFolder(knowledgeDir);
}

async function checkFolder(knowledgeDir: string) {
  const printed: string[] = [];
  const code = await runCheck({ knowledgeDir, print: (line) => printed.push(line) });
  return { code, printed };
}

test('the documents that ship are in order', async () => {
  const { code, printed } = await checkFolder(fileURLToPath(new URL('../../../knowledge/', import.meta.url)));
  expect(printed).toEqual([
    expect.stringMatching(
      /^Knowledge is in order: [\d,]+ documents, [\d,]+ known questions, [\d,]+ judged questions\.$/,
    ),
  ]);
  expect(code).toBe(0);
});

test('a folder without questions and glossary is in order', async () => {
  expect(await check({ 'a.md': sourced })).toEqual({
    code: 0,
    printed: ['Knowledge is in order: 1 document, 0 known questions, 0 judged questions.'],
  });
});

test('everything that is wrong is named, with its file', async () => {
  const { code, printed } = await check({
    'a.md': sourced,
    'bare.md':
      '---\ntitle: Bare\npublisher: Us\n---\n\nReuters says so.[^r] Nobody says so.\n\n[^r]: Reuters, 2025, <https://example.org/r>\n',
    'broken.md': '---\ntitle: [\n---\n\nText.\n',
    'glossary.yaml': 'entities: [{ name: Huawei }]\n',
    'questions.yaml': '- question: Who?\n  document: b\n- question: What?\n  document: a\n',
  });
  expect(code).toBe(1);
  expect(printed.join('\n')).toMatch(/bare: no source for “Nobody says so\.”/);
  expect(printed.join('\n')).toMatch(/^broken\.md.*front matter/m);
  expect(printed.join('\n')).toMatch(/^glossary\.yaml:1: /m);
  expect(printed.join('\n')).toMatch(/“Who\?” expects the document "b", which does not exist/);
  expect(printed.at(-1)).toBe('4 problems in the knowledge folder.');
});

test('known questions are counted', async () => {
  const asked = '- { answer: StepFun started it., asked: [Who started it?, Who was the founder?] }\n';
  expect(await check({ 'a.md': sourced, 'asked/a.yaml': asked })).toEqual({
    code: 0,
    printed: ['Knowledge is in order: 1 document, 2 known questions, 0 judged questions.'],
  });
});

test('what is wrong with known questions is named, with file and line', async () => {
  const { code, printed } = await check({
    'a.md': sourced,
    'asked/a.yaml':
      '- answer: StepFun ended it.\n  asked:\n    - Who ended it?\n- answer: StepFun started it.\n  asked:\n    - who ended it\n',
    'asked/b.yaml': '- { answer: So it is., asked: [Is it so?] }\n',
    'asked/c/d.yaml': '- { answers: [], asked: [] }\n',
  });
  expect(code).toBe(1);
  expect(printed).toEqual([
    expect.stringMatching(/^asked\/a\.yaml:6: .*“who ended it” is there already/),
    expect.stringMatching(/^asked\/a\.yaml:3: .*“Who ended it\?” .*a does not have.*“StepFun ended it\.”/),
    expect.stringMatching(/^asked\/b\.yaml:1: .*“Is it so\?” .*not there \(b\)/),
    expect.stringMatching(/^asked\/c\/d\.yaml:1: is not a list of known questions/),
    expect.stringMatching(/^asked\/c\/d\.yaml:1: is not a list of known questions/),
    expect.stringMatching(/^asked\/c\/d\.yaml:1: is not a list of known questions/),
    '6 problems in the knowledge folder.',
  ]);
});

test.each([
  ['neither a document nor declined', '- question: Who?\n', /questions\.yaml:1: “Who\?” needs either/],
  ['both', '- { question: Who?, document: a, declined: true }\n', /questions\.yaml:1: “Who\?” needs either/],
  [
    'a key with a typing mistake',
    '- { question: Who?, documnet: a, declined: true }\n',
    /questions\.yaml:1: .*documnet/,
  ],
  ['no question', '- { document: a }\n', /questions\.yaml:1: .*question: /],
  ['no list', 'question: Who?\n', /questions\.yaml:1: .*array/],
  ['no YAML', '- [\n', /questions\.yaml:2: .*sequence/],
])('questions with %s are refused', async (_, questions, problem) => {
  const { code, printed } = await check({ 'a.md': sourced, 'questions.yaml': questions });
  expect(printed.join('\n')).toMatch(problem);
  expect(code).toBe(1);
});
