import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consider, decide } from '../src/answer/answer.js';
import { openEmbedder } from '../src/library/embedders.js';
import { numbersFrom } from './invented.js';
import { type Asked, squadArticles } from './sentence-sets.js';

/*
 * What becomes of answers when people type words wrong: every third question of SQuAD 2.0, asked of its article as it is,
 * with one slip, with two words written as one, and with one word written as two:
 *
 *   node dist/bench/mistyped.js --eval FOLDER
 */

const { values } = parseArgs({ options: { eval: { type: 'string' } } });
if (!values.eval) throw new Error('--eval FOLDER');

const below = numbersFrom(5);
const ways: Readonly<Record<string, (words: string[]) => string[]>> = {
  'as asked': (words) => words,
  'one letter missing, swapped or doubled': withSlip,
  'two words written as one': joined,
  'one word written as two': split,
};

/** Words that nobody writes as one with the next. */
const small =
  /^(?:the|what|who|when|where|how|why|which|did|was|were|does|are|for|and|many|much|with|from|that|this|has|had|have|than|into|its|his|her|their|other|there|been|can|not)$/i;

const questions = (await squadArticles(join(values.eval, 'ir', 'squad2'), await openEmbedder())).filter(
  (_, i) => i % 3 === 0,
);
console.log('| | n | first three, gate off | gate on |\n|---|---|---|---|');
for (const [name, mistype] of Object.entries(ways)) {
  const results: Result[] = [];
  for (const asked of questions) {
    const typed = mistype(asked.question.split(' ')).join(' ');
    if (typed !== asked.question || name === 'as asked') results.push(await resultOf(asked, typed));
  }
  const percent = (key: 'isFound' | 'isAnswered') =>
    ((100 * results.filter((one) => one[key]).length) / results.length).toFixed(1);
  console.log(`| ${name} | ${results.length} | ${percent('isFound')} % | ${percent('isAnswered')} % |`);
}

interface Result {
  readonly isFound: boolean;
  readonly isAnswered: boolean;
}

async function resultOf({ snapshot, judge }: Asked, typed: string): Promise<Result> {
  const considered = await consider(snapshot, typed);
  const { firstThree } = judge(considered.excerpts);
  return { isFound: firstThree, isAnswered: firstThree && decide(considered, {}).verdict === 'answered' };
}

/** A letter inside one of the longer words is left out, swapped with the next one or typed twice. */
function withSlip(words: string[]): string[] {
  const slips = [
    (word: string, at: number) => word.slice(0, at) + word.slice(at + 1),
    (word: string, at: number) =>
      word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    (word: string, at: number) => word.slice(0, at + 1) + word.slice(at),
  ];
  return changeOne(
    words,
    (word) => /^[a-z]{5,}$/i.test(word),
    (word) => {
      const at = 1 + below(word.length - 2);
      return [slips[below(slips.length)]?.(word, at) ?? word];
    },
  );
}

function split(words: string[]): string[] {
  return changeOne(
    words,
    (word) => /^[a-z]{7,}$/i.test(word),
    (word) => {
      const at = 3 + below(word.length - 6);
      return [word.slice(0, at), word.slice(at)];
    },
  );
}

function joined(words: string[]): string[] {
  const isWord = (word = '') => /^[a-z]{3,}$/i.test(word) && !small.test(word);
  const places = words.flatMap((word, i) =>
    isWord(word) && isWord(words[i + 1]?.replace(/\?$/, '')) ? i : [],
  );
  const at = places[below(places.length || 1)];
  if (at === undefined) return words;
  return [...words.slice(0, at), `${words[at]}${words[at + 1]}`, ...words.slice(at + 2)];
}

function changeOne(
  words: string[],
  fits: (word: string) => boolean,
  change: (word: string) => string[],
): string[] {
  const places = words.flatMap((word, i) => (fits(word) ? i : []));
  const at = places[below(places.length || 1)];
  return at === undefined ? words : words.flatMap((word, i) => (i === at ? change(word) : word));
}
