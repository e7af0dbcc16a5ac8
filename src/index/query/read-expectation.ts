import { termsOf } from '../text/analyzer.js';
import type { AskedTime } from './asked-time.js';
import type { Expectation, ExpectedKind, QuestionKind } from './question-kind.js';
import {
  certainWays,
  otherWays,
  saidToTheBot,
  severalPersons,
  type WayToAsk,
  yesNoQuestion,
} from './ways-to-ask.js';

/** Reads what a question asks for, and of what time. English only; other languages are translated before. */
export function expectationOf(question: string, time: AskedTime): Expectation {
  const words = withoutCourtesy(plainWords(question));
  const [kind, expected] = wayOf(words, time);
  return {
    kind,
    expected,
    list: kind === 'list' || (kind === 'person' && severalPersons.test(words)),
    isYesNo: kind === 'member' || yesNoQuestion.test(words),
    isToTheBot: saidToTheBot.test(words),
    counted: kind === 'count' ? termsOf(countedNoun(words)) : [],
    kindTerms: new Set([...alwaysKind, ...(termsOfKinds.get(kind) ?? [])]),
    words: new Set(question.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  };
}

/** The words in lower case with a space between them, and without those that carry nothing. */
function plainWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .replace(setting, '')
      .replaceAll('’', "'")
      .replaceAll(/\b(what|who|which|where|when|why|how)'s\b/g, '$1 is')
      .match(/[\p{L}\p{N}][\p{L}\p{N}'+#.-]*/gu) ?? [];
  return words
    .map((word) => word.replace(/(?<![.'-])[.'-]+$/, ''))
    .filter((word) => !fillers.has(word))
    .join(' ');
}

/** "In 2025, who …": what stands before the question itself. */
const setting =
  /^(?:in|on|at|for|since|during|besides|after|before) [^,]*,\s*(?=(?:who|what|which|when|where|why|how)\b)/u;

const fillers = new Set(
  'exactly actually really precisely please anyway basically just roughly ever currently now still also'.split(
    ' ',
  ),
);

/** What stands before a question that is asked by the way: "so", "can you tell me", "do you know". */
const opening = '(?:so|and|but|ok|okay|hey|hi|hello|then|also|well|btw|sorry)';
const somebody = '(?:you|someone|anyone|anybody|somebody|we|i)';
const modal = `(?:(?:can|could|would|will|do|does) ${somebody}|(?:i|i'd|i'm|we)(?: want| like| need| would like)?)(?: to)?`;
const knowing =
  '(?:know|find out|wonder|wondering|any idea|(?:tell|remind|show|give) (?:me|us)|(?=(?:explain|describe|define|list|name|compare) ))';
const courtesy = new RegExp(`^(?:${opening} )*(?:(?:${modal} )?${knowing} ?)?`, 'u');

function withoutCourtesy(words: string): string {
  return words.replace(courtesy, '').replace(/^(?:if|whether) /, 'is ');
}

/** The first of the ways in which it is put; the time asked outranks those that fit any question. */
function wayOf(
  words: string,
  time: AskedTime,
): readonly [kind: QuestionKind, expected: ExpectedKind | undefined, ...unknown[]] {
  return firstOf(certainWays, words) ?? kindOfTime(time) ?? firstOf(otherWays, words) ?? ['other', undefined];
}

function firstOf(ways: readonly WayToAsk[], words: string): WayToAsk | undefined {
  return ways.find(([, , pattern]) => pattern.test(words));
}

function kindOfTime({ asksWhatHappened, state }: AskedTime): readonly [QuestionKind, undefined] | undefined {
  if (asksWhatHappened) return ['period', undefined];
  return state && ['current', undefined];
}

/** The words up to the first noun in the plural behind "how many"; without one, the first word. */
function countedNoun(words: string): string {
  const [, behind = ''] = /(?:how many|number of) (?:of )?(?:(?:the|its|their) )?(.*)/.exec(words) ?? [];
  if (behind === '') return /(?<!\S)(\S+) (?:count|number)(?!\S)/.exec(words)?.[1] ?? '';
  const following = behind.split(' ').slice(0, 4);
  const end = following.findIndex((word) => functionWord.test(word));
  const phrase = end < 0 ? following : following.slice(0, end);
  const plural = phrase.findIndex((word) => inPlural.test(word));
  return phrase.slice(0, Math.max(plural + 1, 1)).join(' ');
}

const inPlural = /^(?:people|men|women|children|staff)$|[^su\W]s$/;
const functionWord =
  /^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|in|on|of|to|at|by|for|from|per|there)$/;

/** Terms that only say the kind in any question, and those that do so in questions of some kinds. */
const alwaysKind = termsOf(
  'tell explain describe define definition meaning mean kind sort type information info question exactly',
);
const termsOfKinds: ReadonlyMap<QuestionKind, readonly string[]> = new Map(
  entries({
    comparison:
      'versus vs compare compared comparing comparison difference differences differ different distinguish better worse',
    member: 'member members part belong belongs join joined joining participate participates',
    list: 'list name names member members participant participants partners complete full all',
    count: 'many number total count',
    definition: 'stand',
    date: 'long ago year day month date',
    purpose: 'point supposed intended',
    reason: 'reason reasons come',
    attribution: 'quote quotes',
    quantity: 'much many long old far expensive cheap cost costs price prices amount',
  }),
);

function entries(words: Partial<Record<QuestionKind, string>>): [QuestionKind, readonly string[]][] {
  return Object.entries(words).map(([kind, list]) => [
    kind as QuestionKind,
    [...new Set([...termsOf(list), ...list.split(' ')])],
  ]);
}
