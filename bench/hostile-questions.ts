import { join } from 'node:path';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../src/answer/answer.js';
import { makePassages, type Passage } from '../src/documents/passages.js';
import { readQuestion } from '../src/index/query/question.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { readCorpus } from './corpus.js';
import { numbersFrom } from './invented.js';
import { stallMeter } from './stalls.js';

/*
 * How long the longest questions take that Discord lets people send, of whatever script, at 20,000 passages:
 *
 *   node dist/bench/hostile-questions.js --eval FOLDER [--passages 20000] [--same]
 *
 * The passages are those of the three collections, from the beginning again where more are asked for; or, with --same, so many
 * that all say the same words, which are asked for. Each kind of question is made ROUNDS times, each time of other words;
 * "turn" is the most that the main thread worked in one turn of the event loop in any of them.
 */

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    passages: { type: 'string', default: '20000' },
    same: { type: 'boolean', default: false },
  },
});
if (!values.eval && !values.same) throw new Error('--eval FOLDER or --same');
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LENGTH = 500;
const ROUNDS = 5;

const size = Number(values.passages);
const glossary = await loadOwnGlossary();
const snapshot = await (values.same ? snapshotOfOnePassage(size) : snapshotOfCollections(size));
const below = numbersFrom(5);
const longestStall = stallMeter();
// The first ones compile the code.
for (let round = 0; round < 3; round++)
  for (const [, ask] of hostileQuestions(snapshot.terms.vocabulary())) await answerQuestion(snapshot, ask());
console.log(
  `${snapshot.passages.length} passages, ${snapshot.terms.vocabulary().length} terms; milliseconds, ${ROUNDS} questions a kind`,
);
console.log('| question | reading, best | answer, best | answer, worst | turn |\n|---|--:|--:|--:|--:|');
for (const [name, ask] of hostileQuestions(snapshot.terms.vocabulary())) {
  const questions = Array.from({ length: ROUNDS }, ask);
  const read = await times(questions, (question) => readQuestion(snapshot, question));
  await delay(5);
  longestStall();
  const answered = await times(questions, (question) =>
    answerQuestion(snapshot, question, { giveWay: nextTurn }),
  );
  const cells = [Math.min(...read), Math.min(...answered), Math.max(...answered), longestStall().worked];
  console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(1)).join(' | ')} |`);
}

/** Milliseconds of processor time for each, in turns of their own. */
async function times(questions: readonly string[], work: (question: string) => Promise<unknown>) {
  const taken: number[] = [];
  for (const question of questions) {
    await delay(2);
    const before = process.cpuUsage();
    await work(question);
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1_000);
  }
  return taken;
}

async function snapshotOfCollections(size: number): Promise<Snapshot> {
  const folder = join(values.eval ?? '', 'ir');
  const once = (
    await Promise.all(
      ['squad2', 'wikiqa', 'cranfield'].map((name) => readCorpus(join(folder, name, 'corpus.jsonl'))),
    )
  ).flat();
  const passages = Array.from({ length: size }, (_, id) => ({ ...(once[id % once.length] as Passage), id }));
  const documents = passages.map(({ document }) => document);
  return snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder: await openEmbedder() });
}

/** The same words in each passage, once from the front and once from behind, so that they are neighbours in every way. */
async function snapshotOfOnePassage(size: number): Promise<Snapshot> {
  const words = Array.from({ length: 40 }, (_, i) => `${LETTERS[i % 26]}orva${i < 26 ? 'n' : 'l'}`);
  const sentences = [words.join(' '), words.toReversed().join(' ')];
  const text = `${sentences.join('. ')}.`;
  const paragraph = {
    number: 1,
    headings: [],
    start: 0,
    end: text.length,
    sentences: [
      { start: 0, end: words.join(' ').length + 1, references: [] },
      { start: words.join(' ').length + 2, end: text.length, references: [] },
    ],
  };
  const document = { id: 'same', title: 'Same', text, references: [], tags: [], paragraphs: [paragraph] };
  const passages = makePassages(Array.from({ length: size }, () => document));
  return snapshotOf({ shared: 1 }, [document], passages, glossary, { embedder: await openEmbedder() });
}

/** Questions of 500 UTF-16 units that make some step of reading work as hard as it can. */
function hostileQuestions(vocabulary: readonly string[]): [name: string, ask: () => string][] {
  const fill = (next: () => string, between = ' ') => {
    let text = next();
    while (text.length < LENGTH) text += between + next();
    return text.slice(0, LENGTH);
  };
  const oneOf = (letters: string) => [...letters][below([...letters].length)] ?? '';
  const word = (letters: string, length: number) => Array.from({ length }, () => oneOf(letters)).join('');
  const latin = LETTERS;
  const names = glossary.entities.flatMap(({ name, aliases, chinese }) => [name, ...aliases, ...chinese]);
  const synonyms = glossary.synonyms.flat();
  const of = (list: readonly string[]) => list[below(list.length)] ?? '';
  const known = vocabulary.filter((term) => /^[a-z]{4,9}$/.test(term));
  const knownWord = () => known[below(known.length)] ?? '';
  const slip = (term: string) => term.slice(0, 2) + oneOf(latin) + term.slice(2);
  return [
    ['gibberish in words of four letters', () => fill(() => word(latin, 4))],
    ['gibberish in words of ten', () => fill(() => word(latin, 10))],
    ['one word of 500', () => word(latin, LENGTH)],
    ['one word of 40 twelve times', () => fill(() => word(latin, 40))],
    ['words of one letter', () => fill(() => oneOf(latin))],
    ['capitals', () => fill(() => word(latin, 4).toUpperCase())],
    ['mistyped words of the documents', () => fill(() => slip(knownWord()))],
    ['two words of the documents in one', () => fill(() => knownWord() + knownWord())],
    ['words of the documents', () => fill(knownWord)],
    ['one word of the documents again and again', () => fill(() => 'company')],
    ['the commonest words', () => fill(() => (oneOf('aeiou') === 'a' ? 'first' : 'time'))],
    ['names in capitals', () => fill(() => `${oneOf('ABCDE')}${word(latin, 3)}`)],
    ['Han', () => fill(() => oneOf('的一是不了人我在有他这为之大来以个中上们联盟公司成立芯片算力模型'), '')],
    ['Han with spaces', () => fill(() => oneOf('联盟公司成立芯片算力模型雨卡'))],
    ['rare Han', () => fill(() => String.fromCodePoint(0x4e00 + below(20_000)), '')],
    ['Cyrillic', () => fill(() => word('абвгдежзиклмнопрстуфх', 6))],
    [
      'German compounds',
      () => `wann wurde die ${fill(() => word('chipherstellerverband', 24))}`.slice(0, LENGTH),
    ],
    ['Spanish', () => fill(() => (oneOf('ab') === 'a' ? 'cuándo' : word('aeioulmnrst', 6)))],
    ['digits', () => word('0123456789', LENGTH)],
    ['digits with points', () => fill(() => word('0123456789', 2), '.')],
    ['letters and digits', () => fill(() => word(latin, 2) + word('0123456789', 2))],
    ['emoji', () => fill(() => oneOf('😀😁😂🤖🐉'), '')],
    ['apostrophes', () => fill(() => `${word(latin, 3)}'s`)],
    ['question after question', () => fill(() => 'who?')],
    ['questions of two letters', () => fill(() => `who ${knownWord()}`, '? ')],
    ['Arabic ligatures', () => '\ufdfa'.repeat(LENGTH)],
    ['marks on a letter', () => `e${'\u0301'.repeat(LENGTH - 1)}`],
    ['marks on each letter', () => fill(() => `${oneOf(latin)}\u0301\u0302`, '')],
    ['Japanese', () => fill(() => oneOf('のにはをたがでてとしれさあるいるからな人工知能半導体'), '')],
    ['Korean', () => fill(() => word('가나다라마바사아자차카타파하', 4))],
    ['Thai', () => word('กขคงจฉชซญดตถทธนบปผพฟมยรลวสหอฮ', LENGTH)],
    ['Arabic', () => fill(() => word('ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 5))],
    ['full width', () => fill(() => word('ＡＢＣＤＥＦＧａｂｃｄｅｆｇ', 6))],
    ['names of the glossary', () => fill(() => of(names))],
    ['names of the glossary run together', () => fill(() => of(names), '')],
    ['synonyms of the glossary', () => fill(() => of(synonyms))],
    ['quotations', () => fill(() => `"${knownWord()} ${knownWord()}"`)],
    ['quotation marks', () => fill(() => oneOf('"“”„«»「」『』‘’'), '')],
    ['brackets', () => fill(() => oneOf('([{<（【《'), '')],
    [
      'dates',
      () => fill(() => of(['2025-05-04', 'May 2025', '3 July', '2023年5月', 'since 2024', 'last week'])),
    ],
    ['numbers', () => fill(() => of(['1,000', '3.5', '50%', 'two million', '一百二十', '7nm']))],
    ['Chinese numbers', () => fill(() => oneOf('一二三四五六七八九十百千万亿'), '')],
    ['initials', () => fill(() => word('ABCDEFGHIJ', 3))],
    ['initials with points', () => fill(() => `${oneOf('ABCDEFGHIJ')}.`, '')],
    ['negations', () => fill(() => of(['not', 'no', 'never', 'without', "isn't", '没有', '不']))],
    ['commas in Chinese', () => fill(() => `${oneOf('联盟公司成立芯片')}，`, '')],
    [
      'many parts in Chinese',
      () => fill(() => of(['谁是成员？', '哪年成立以及', '多少钱还有', '联盟在哪；']), ''),
    ],
    [
      'three long parts',
      () => ['who', 'when', 'where'].map((w) => `${w} is ${fill(knownWord).slice(0, 155)}?`).join(' '),
    ],
    ['parts with other words', () => fill(() => `who is ${knownWord()}?`)],
    ['semicolons', () => fill(() => `${knownWord()};`)],
    [
      'names with "of" and "the"',
      () => fill(() => `${word(latin, 4).replace(/^./, (first) => first.toUpperCase())} of the`),
    ],
    ['mentions', () => fill(() => `<@${word('0123456789', 18)}>`)],
    ['white space', () => `who${' '.repeat(LENGTH - 6)}and`],
    ['all together', () => fill(() => `${word(latin, 5)} 芯片 ${word('абвгде', 4)} H20 7nm UAE`)],
  ];
}
