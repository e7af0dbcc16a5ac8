/** What kind of question it is: decides what counts as evidence in a sentence. */
export type QuestionKind =
  | 'definition'
  | 'person'
  | 'member'
  | 'list'
  | 'count'
  | 'quantity'
  | 'date'
  | 'period'
  | 'current'
  | 'comparison'
  | 'reason'
  | 'purpose'
  | 'attribution'
  | 'manner'
  | 'yes-no'
  | 'other';

/** What an answer to a question must name. */
export type ExpectedKind = 'name' | 'number' | 'money' | 'percentage' | 'date' | 'reason';

/** What a sentence must have to answer a question, as far as the question's words tell. */
export interface Expectation {
  readonly kind: QuestionKind;
  /** What an answer must name; `undefined` where the words do not tell. */
  readonly expected: ExpectedKind | undefined;
  /** Whether all names are asked for that belong to something. */
  readonly list: boolean;
  /** Whether "yes" or "no" would be an answer. */
  readonly isYesNo: boolean;
  /** Whether it is said to the bot as to a friend, which no document answers: advice, an opinion, a greeting. */
  readonly isToTheBot: boolean;
  /** Terms of the noun that is counted: "exhibitors" of "how many exhibitors". */
  readonly counted: readonly string[];
  /** Terms that only say the kind, and the words as they are written: no answer needs to repeat them. */
  readonly kindTerms: ReadonlySet<string>;
  /** The words of the question in lower case: what it says itself is no answer to it. */
  readonly words: ReadonlySet<string>;
}

/** Whether an amount of something is to be named. */
export function isNumeric(expected: ExpectedKind | undefined): boolean {
  return expected === 'number' || expected === 'money' || expected === 'percentage';
}
