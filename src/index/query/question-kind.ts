import { termsOf } from '../text/analyzer.js';

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
  /** Whether the newest is asked for: "latest", "current", "still". */
  readonly isCurrent: boolean;
  /** Terms of the noun that is counted: "exhibitors" of "how many exhibitors". */
  readonly counted: readonly string[];
  /** Terms of the question that only say its kind: no answer needs to repeat them. */
  readonly kindTerms: ReadonlySet<string>;
  /** The words of the question in lower case: what it says itself is no answer to it. */
  readonly words: ReadonlySet<string>;
}

/** Reads what a question asks for. English only; other languages are translated before. */
export function expectationOf(question: string): Expectation {
  const words = plainWords(question);
  const kind = kindOf(words);
  return {
    kind,
    expected: expecting.find(([, pattern]) => pattern.test(words))?.[0],
    list: kind === 'list' || several.test(words),
    isYesNo: yesNo.test(words),
    isCurrent: current.test(words),
    counted: termsOf(countedNoun.exec(words)?.[1] ?? ''),
    kindTerms: kindTermsOf(words, kind),
    words: new Set(question.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  };
}

/** The words in lower case, a space before, between and behind. */
function plainWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'+#.-]*/gu) ?? [];
  return ` ${words.map((word) => word.replace(/[.'-]+$/, '')).join(' ')} `;
}

export function isNumeric(expected: ExpectedKind | undefined): boolean {
  return expected === 'number' || expected === 'money' || expected === 'percentage';
}

const persons =
  'person|people|man|woman|president|king|queen|author|scientist|leader|chairman|chairwoman|chair|chief|founder|founders|director|ceo|cto|cfo|boss|head|minister|analyst|spokesman|spokeswoman|spokesperson|secretary';
const bodies =
  'group|company|companies|firm|firms|maker|makers|organisation|organisations|organization|organizations|agency|team|university|institute|alliance|country|countries|nation|state|city|province|town';
const severalBodies =
  'people|men|women|groups|companies|firms|makers|organi[sz]ations|agencies|teams|universities|institutes|alliances|countries|nations|states|cities|members|participants|partners|signatories|founders|investors|shareholders|customers|chips|models|products|labs|laboratories|startups|start-ups';
const measures =
  'number|amount|population|rate|age|distance|length|height|size|temperature|score|total|capacity|weight|memory|speed';
const prices = 'price|prices|cost|costs|fee|fees|salary|revenue|turnover|profit|budget|valuation|funding';
const times = 'year|years|date|dates|day|days|month|century|decade|time';
/** Words between "which" and the noun: "which two Chinese companies". */
const between = String.raw`(?:\S+ ){0,2}`;
/** As above, but "what is an alliance" asks for a definition and not for the name of one. */
const betweenNoVerb = String.raw`(?:(?!is |are |was |were |does |do |did |has |have )\S+ ){0,2}`;
/** What is asked for by its noun: "in what year", "what is the price". */
const nounOf = (nouns: string) =>
  String.raw`(?:what|which|what's) (?:(?:is|are|was|were) (?:the|its|their|an?) )?${betweenNoVerb}(?:${nouns}) `;
const be = "(?:is|are|was|were|'s|s)";

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter';

const pattern = (source: string) => new RegExp(source, 'u');

/** In order of trust: "how long ago" asks for a date although "how long" asks for a number. */
const expecting: readonly (readonly [ExpectedKind, RegExp])[] = [
  ['date', pattern(` (?:when|when's|how long ago) | ${nounOf(times)}| dates? | (?:year|day) (?:of .+)?$`)],
  ['percentage', pattern(` ${nounOf('percentage|percent|proportion|share')}| how many percent `)],
  [
    'money',
    pattern(
      ` how (?:much (?:money|revenue|funding|profit|[\\p{L}\\p{N}-]+ (?:[\\p{L}\\p{N}-]+ ){0,5}(?:costs?|pay|paid|spend|spent|earn|worth|raise|raised))|expensive|cheap) | what (?:does|do|did|would|will) .+ cost | ${nounOf(prices)}| (?:price|prices|cost|costs|fee|fees) (?:of .+|for .+)?$`,
    ),
  ],
  [
    'number',
    pattern(
      ` how (?:much|many|long|old|far|tall|large|big|often|high|deep|fast|heavy|wide|strong|powerful) | ${nounOf(measures)}| number of `,
    ),
  ],
  [
    'name',
    pattern(
      ` (?:who|who's|whos|whom|whose|where|(?:what|which) ${betweenNoVerb}(?:${persons}|${bodies})) | (?:ceo|cto|cfo|chairman|chairwoman|founders?|chief executive|boss)(?: of .+)? $`,
    ),
  ],
  ['reason', / (?:why|how come|what caused|(?:what|which) (?:\p{L}+ )?reasons?) /u],
];

const several = pattern(
  ` (?:(?:what|which) ${between}(?:${severalBodies})|who (?:is|are|'s) (?:all )?(?:in|on|part of|behind|members)|who's (?:all )?(?:in|on|part of)|who (?:belongs|joined|participates|takes part)|(?:members|participants|partners|signatories|list) of|(?:list|name) (?:all|the)|.+ (?:members|participants|partners|signatories)) `,
);

const yesNo =
  /^ (?:(?:and|but|so|ok|hey|then) )?(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would|isn't|aren't|doesn't|didn't|hasn't|isnt|arent|doesnt|didnt) (?!not? )/u;
const current =
  / (?:latest|newest|most recent|recent|recently|current|currently|now|nowadays|still|so far|up to date|today|news|updates?|status quo) /u;
const countedNoun =
  / how many ((?:(?!is |are |was |were |does |do |did |has |have |had |will |can |in |on |of |to )[\p{L}\p{N}-]+ ){1,3})/u;

/**
 * The kinds, in order of trust, each with how a question of the kind is put. What is named first decides: "current members
 * of the committee" is a list, and that it is to be the current one stands beside that.
 */
const kinds: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'comparison',
    / (?:vs|versus|compared?|comparing|comparison|differences?|differ|different from|differs|better than|worse than|distinguish|.+ or .+ which) /u,
  ],
  [
    'member',
    pattern(
      `${yesNo.source}(?:\\S+ ){1,6}(?:(?:in|on) (?!(?:\\d|${months}))|(?:part|members?|signator(?:y|ies)|partners?) (?:of|in) |members? |belongs? to |joine?d? |joining |take part |took part |participat(?:e|es|ed) |among )`,
    ),
  ],
  ['list', pattern(several.source)],
  ['count', / how many | number of /u],
  [
    'attribution',
    / (?:who (?:\S+ )?(?:said|says|claims|claimed|reported|wrote|called|predicts|predicted|thinks)|what (?:does|did|do|has) (?:\S+ ){1,5}(?:say|said|think|claim|write|wrote|predict|call)|quotes?|according to (?:who|whom|which)|says who) /u,
  ],
  ['date', expecting[0]?.[1] ?? /$^/],
  [
    'person',
    pattern(
      ` (?:who (?:runs|leads|heads|chairs|founded|started|created|owns|manages|directs|set up|is behind|${be} ${between}(?:${persons}))|who's ${between}(?:${persons})|(?:what|which) ${betweenNoVerb}(?:${persons})|(?:ceo|cto|cfo|chairman|chairwoman|chair|head|boss|chief executive|founders?|leader|president)(?: of .+)?) (?:.*)$`,
    ),
  ],
  ['quantity', pattern(`${[1, 2, 3].map((i) => expecting[i]?.[1].source).join('|')}`)],
  ['reason', / (?:why|how come|what caused|what led to|reasons?) /u],
  [
    'purpose',
    / (?:purpose|point of|goals?|aims?|objectives?|what(?:'s| is| are| was| were)? .+ for$|supposed to|intended) ?/u,
  ],
  [
    'period',
    /^ (?:what (?:happened|has happened|was happening|went on)|(?:any )?(?:events?|news|developments)) (?:.* )?(?:in|on|of|during|since|before|after|from|between|around) /u,
  ],
  ['current', current],
  [
    'definition',
    /^ (?:(?:so|and|ok|hey|please|pls|can you|could you) )*(?:what(?:'s|s| is| are| was| were| do| does)|who(?:'s|s| is| are| was| were)|tell me(?: more| something)? about|explain|describe|define|definition of|meaning of|about|info(?:rmation)? on|what do you know about|what kind of .+|what sort of .+|what type of .+)(?: (?:is|are|was|were|exactly|actually|the|an?))* (?:(?!of |for |to |by |with |doing |going )\S+ ){1,6}(?:mean |stand for |about |exactly )?$|^ what (?:is|are|was|were|does|do) (?:\S+ ){1,6}(?:mean|stand for) /u,
  ],
  ['yes-no', yesNo],
  ['manner', / how (?:do|does|did|is|are|was|were|can|could|has|have|to|would|will) /u],
];

function kindOf(words: string): QuestionKind {
  return kinds.find(([, one]) => one.test(words))?.[0] ?? (bareName.test(words) ? 'definition' : 'other');
}

/** A name and nothing else, as people type it into a search box. */
const bareName =
  /^ (?!(?:who|what|when|where|why|which|how|whose) )(?:(?!(?:in|on|of|for|to|by|with|and|at|from) )\S+ ){1,4}$/;

/** Words that only say the kind wherever they stand, and those that do so in questions of some kinds. */
const alwaysKind = termsOf('many much long old far year day month date').concat(
  termsOf(
    'tell explain describe define definition meaning mean kind sort type information info question exactly',
  ),
);
const kindWords: Partial<Record<QuestionKind, string>> = {
  comparison:
    'versus vs compare compared comparing comparison difference differences differ different distinguish better worse',
  member: 'member members part belong belongs join joined joining participate participates',
  list: 'list name names member members participant participants partners complete full all',
  count: 'number total count',
  period: 'happen happened happening event events news development developments',
  definition: 'stand',
  purpose: 'point supposed intended',
  reason: 'reason reasons come',
  attribution: 'quote quotes',
  quantity: 'expensive cheap cost costs price prices amount',
};
const currentWords =
  'latest newest recent recently current currently now nowadays still far today news update updates';

const termsOfKinds = new Map(
  Object.entries(kindWords).map(([kind, list]): [string, readonly string[]] => [kind, termsOf(list)]),
);
const currentTerms = termsOf(currentWords);

function kindTermsOf(words: string, kind: QuestionKind): ReadonlySet<string> {
  return new Set([
    ...alwaysKind,
    ...(termsOfKinds.get(kind) ?? []),
    ...(current.test(words) ? currentTerms : []),
    ...(kind !== 'list' && several.test(words) ? (termsOfKinds.get('list') ?? []) : []),
  ]);
}
