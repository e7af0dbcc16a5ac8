import {
  bodies,
  currencies,
  measures,
  members,
  posts,
  prices,
  purposes,
  reasons,
  sayings,
  severalBodies,
  severalPosts,
  shares,
  times,
  units,
} from './asked-nouns.js';
import type { ExpectedKind, QuestionKind } from './question-kind.js';

/*
 * How questions of each kind are put. Patterns read the plain words of a question, in lower case with a space between
 * them, and nothing before the question itself ("can you tell me").
 */

/** One way to ask: the kind of question it makes, what an answer must name, and how the question reads. */
export type WayToAsk = readonly [kind: QuestionKind, expected: ExpectedKind | undefined, pattern: RegExp];

const be = '(?:is|are|was|were|am)';
const auxiliary = `(?:${be}|do|does|did|has|have|had|will|would|can|could|shall|should|must|may|might)`;
const denied = "(?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should)n'?t";
const questionWord = '(?:who|whom|whose|what|which|when|where|why|how)';
const preposition =
  '(?:of|for|to|by|with|in|on|at|from|about|behind|between|after|before|since|under|over|per|than|among|that|if)';
/** A word of one phrase: where it stands no verb and no second phrase has begun. */
const word = String.raw`(?!(?:${auxiliary}|${denied}|${questionWord}|${preposition})(?!\S))\S+`;
const phrase = `${word}(?: ${word}){0,5}`;
/** A name, and no sentence that begins with a pronoun: "what are they building". */
const named = String.raw`(?!(?:they|we|you|he|she|i|there|it) \S)(?!.*(?:doing|going|happening|building|planning|making)(?!\S))${phrase}`;
const plural = String.raw`(?!(?:events|developments|things|means|${auxiliary})(?!\S))\S+[^\Wsu]s`;

/** Any of some ways, each of whole words. */
function asking(...ways: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\S)(?:${ways.join('|')})(?!\S)`, 'u');
}

/** "in what year did …", "which Chinese companies …": the noun directly behind the question word. */
function whichOf(nouns: string): string {
  return `(?:what|which) (?:all )?(?:(?!(?:the|an?|its|their) )${word} ){0,3}(?:${nouns})`;
}

/** "what is the price of …", "price of …", "… price", "list of …": the noun in the phrase that is asked for. */
function phraseOf(nouns: string): string {
  const opening = `(?:(?:what|who|which) ${be} |list |name |(?:${word} ){0,3}(?:list|names?) of ){0,2}`;
  return `^${opening}(?:${word} ){0,6}(?:${nouns})`;
}

const yesNo = `^(?:${auxiliary}|${denied}) (?!not? )`;
const monthNames =
  'january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter';
/** "is X in …", but not "was X sold in …", "is X active in 2025" and "is X in force". */
const isIn = String.raw`^(?:${be}|isn't|isnt|aren't|wasn't) (?:(?!there |active |available |sold |made |built |held |\S+(?:ed|ing) )\S+ ){1,5}(?:in|on) (?!\d|(?:force|use|place|time|effect|sale|${monthNames})(?!\S))\S+`;
const memberOf = '(?:part|members?|signator(?:y|ies)|partners?|participants?) (?:of|in)';
const belonging = String.raw`${memberOf}|an? (?:\S+ )?member|belongs? to|joins?|joined|joining|(?:take|took|taken|taking) part|participat(?:e|es|ed|ing)|among|involved in|signed up|sits? (?:on|in)|one of (?:the|its|their) (?:\S+ )?(?:${members})|members$|includes?|leave|left|quit`;
const said =
  'says?|said|claims|claimed|writes|wrote|reports|reported|calls|called|predicts|predicted|thinks?|warns|warned|argues|argued|commented';
const speaking = `${said}|claim|write|written|report|call|predict|warn|argue|comment`;
const leading =
  'runs?|leads?|led|heads?|headed|chairs?|chaired|founded|invented|started|created|owns?|owned|manages?|directs?|set up|established|controls?|took over|succeeded|replaced';
const paying = 'costs?|pay|paid|spend|spent|earns?|earned|worth|raise|raised|invest|invested|lose|lost';

const greeting =
  'hello|hallo|hullo|hi|hiya|hey|yo|hola|bonjour|salut|ciao|greetings|good (?:morning|afternoon|evening|night|day)|bye|goodbye|thanks|thank you|thx|cheers|sorry|please|ok|okay|yes|no|lol|help|ping';

/** What is said to the bot as to a friend: "should I buy …", "who are you", "hello there"; or as an order to be another. */
export const saidToTheBot = asking(
  '^should (?:i|we)',
  '^(?:do|would) you (?:think|recommend|like|prefer|buy|choose)',
  '^(?:(?:can|could|would) you )?(?:recommend|advise)(?: me)?',
  `^(?:${greeting})(?: (?:${greeting}|there|all|everyone|everybody|folks|guys|bot|friend|again|me|please|a lot|so much|very much))*$`,
  '^(?:who|what|how|where|how old) are you$',
  '^what is your name',
  '^who (?:made|built|created|wrote|programmed|developed|runs|owns|hosts) you$',
  "^(?:are you|you are|you're) (?:an? )?(?:\\S+ )?(?:bot|robot|human|person|ai|llm|chatbot|real|there)$",
  '^(?:ignore|disregard|forget|override) (?:(?:all|any|the|your|my|these|those|previous|prior|earlier|above|other) ){1,4}(?:instructions?|prompts?|rules|messages?|directions)',
  '^(?:system )?you are (?:an?|no longer) \\S+',
  '^(?:pretend|imagine|act|behave|role-?play|respond|answer) (?:to be|as if|as an?|like an?|that you|you are|as though)',
  'your (?:(?:system|hidden|initial|original|full) )?(?:prompts?|instructions)',
  '(?:print|show|reveal|repeat|output) the (?:system|hidden) prompt',
);

/** Whether "yes" or "no" would be an answer. */
export const yesNoQuestion = asking(
  String.raw`${yesNo}\S+`,
  '^any chance',
  `^(?!${questionWord} ).+(?:right|correct|true|or not|yes or no)$`,
);

/** Whether several hold the post that is asked for. */
export const severalPersons = asking(phraseOf(severalPosts));

/** Ways that tell the kind whatever time the question is of, in order of trust. */
export const certainWays: readonly WayToAsk[] = [
  [
    'comparison',
    undefined,
    asking(
      'vs|versus|compared?|comparing|comparison|differences?|differs?|different from|distinguish(?:es)?',
      'similarit(?:y|ies)|in common|same (?:as|thing)|the same$|advantages? .*over|sets? .+ apart',
      String.raw`(?!(?:other|rather|later|earlier) )(?:\S+er|worse|(?:more|less) \S+) (?:\S+ ){0,4}than (?!\d)\S+`,
      'which (?:one )?of (?:(?:the|these|those) )?(?:two|three|both|them|these|those)',
      'which .+ or .+',
      String.raw`who ${auxiliary} (?:more|less|\S+er) .+ or .+`,
      '^.+ or .+ which .*',
    ),
  ],
  [
    'attribution',
    'name',
    asking(
      String.raw`(?:who|which ${word}(?: ${word})?) (?:(?!${be} )\S+ )?(?:${said}|${be} quoted)`,
      'according to (?:who|whom|which|what)',
      'says who',
    ),
  ],
  [
    'attribution',
    undefined,
    asking(
      String.raw`(?:what |^)(?:does|did|do|has|have) (?:\S+ ){1,5}(?:${speaking})`,
      'what (?:\\S+ ){0,2}(?:say|said|think|thinks)',
      'what (?:is|are|was|were) (?:\\S+ ){0,5}(?:said|saying)',
      phraseOf(sayings),
    ),
  ],
  [
    'member',
    undefined,
    asking(
      isIn,
      `^${be} in`,
      String.raw`^${be} (?:\S+ ){1,4}member`,
      `${yesNo}.*(?:${belonging})`,
      `^${be} there (?:${word} ){0,4}(?:${severalBodies}) (?:in|on)`,
      `^(?:${word} ){1,4}(?:${be} )?(?:an? )?(?:new )?(?:member|part) of`,
      `^(?!.*(?:list|every|each) )(?:${word} ){1,4}(?:member|membership)(?: or not)?$`,
    ),
  ],
  [
    'count',
    'number',
    asking(
      `how many(?! (?:(?:${word} ){0,2}(?:${shares})|${units}|${currencies})(?!\\S))`,
      'number of',
      phraseOf('number|count|headcount'),
    ),
  ],
  [
    'date',
    'date',
    asking(
      `when ${auxiliary}`,
      '^(?:(?:since|until|till|by|from) )?when',
      'when$',
      'how (?:long (?:ago|until|till|before)|soon)',
      whichOf(times),
      phraseOf('dates?|deadlines?|year'),
    ),
  ],
  [
    'reason',
    'reason',
    asking(
      'why|how come|on what grounds|because of what',
      'what (?:caused|causes|led to|made|makes|explains|prompted|triggered|set off)',
      whichOf('reasons?'),
      phraseOf(reasons),
    ),
  ],
  [
    'list',
    'name',
    asking(
      whichOf(severalBodies),
      `which all (?:${word} ){0,3}(?:${bodies})`,
      `which (?:one )?of (?:the|these|those) .*(?:${severalBodies})`,
      phraseOf(`${members}|(?:every|each) (?:${word} )?member|member (?:list|names)`),
      `^(?:list|name) (?:\\S+ ){0,3}(?:${severalBodies}|${bodies})`,
      String.raw`who (?:else |all )?${be} (?:(?:all|else) )*(?:in (?!charge)|on |part of |among )\S+`,
      'who (?:all |else )?(?:makes? up|belongs?|joins?|joined|participates?|participated|sits? (?:on|in)|takes? part|took part|signed)',
    ),
  ],
  [
    'person',
    'name',
    asking(
      phraseOf(`${posts}|${severalPosts}|person behind|people behind`),
      whichOf(posts),
      `(?:who|(?:what|which) ${word}(?: ${word}){0,2}) (?:(?:will|would|may|should) )?(?:${leading})`,
      `who ${be} (?:in charge|behind|responsible|running|leading)`,
      `by whom|by who$|who ${be} .+ by$`,
    ),
  ],
  [
    'quantity',
    'money',
    asking(
      `how much (?:is|are|was|were|money|revenue|funding|profit|.+ (?:${paying}))`,
      `how (?:expensive|cheap|many (?:${currencies}))`,
      `what (?:${auxiliary} )?.+ (?:costs?|worth|pay|paid)`,
      whichOf(prices),
      phraseOf(prices),
    ),
  ],
  [
    'quantity',
    'percentage',
    asking(
      `how many percent|in percent|what part of|how (?:much|many) (?:${word} ){0,3}(?:${shares})|how (?:large|big|high|small) an? (?:${shares})`,
      whichOf(shares),
      phraseOf(shares),
    ),
  ],
  [
    'quantity',
    'number',
    asking(
      'how (?:much|many|long|old|far|tall|large|big|small|often|high|deep|fast|heavy|wide|strong|powerful|hot)',
      whichOf(measures),
      phraseOf(`(?:${measures}) (?:of|per|between)`),
      phraseOf('max|maximum|min|minimum|limit|quota'),
    ),
  ],
  [
    'purpose',
    undefined,
    asking(
      phraseOf(`${purposes}|point (?:of|in)|idea behind`),
      whichOf(`${purposes}|end`),
      `what ${auxiliary} .+(?<!stand|known|called) for$`,
      'what for',
      'what .*(?:(?:supposed|meant|intended) to|(?:designed|used) (?:to|for))',
      'what .* wants?$',
      'what .*(?:wants?|hopes?|aims?|tries|try|trying|seeks?|intends?) to (?:achieve|do|reach)',
    ),
  ],
  ['list', 'name', asking(`who (?:are|were) (?:all )?(?:the|its|their) (?:${word} ){0,3}${plural}`)],
  [
    'list',
    undefined,
    asking(
      `(?:what|which) (?:${word} ){0,3}${plural} ${auxiliary}`,
      `which ${plural} ${word}`,
      `what (?:are|were) (?:all )?(?:the |its |their )?(?:${word} ){0,2}${plural} (?:of|by|in|made|sold|built|that)`,
      'which all',
      '^(?:list|name(?! of))',
      phraseOf('list of'),
    ),
  ],
];

/** Ways that do so where a question asks neither for what happened nor for the newest, in order of trust. */
export const otherWays: readonly WayToAsk[] = [
  [
    'manner',
    undefined,
    asking(
      `(?<!knows? )how (?:to|${auxiliary})`,
      '^(?:explain |describe )?how',
      '(?:in what way|by what means)',
      '^(?:ways?|steps?|instructions) (?:to|for)',
    ),
  ],
  ['yes-no', undefined, yesNoQuestion],
  ['other', 'name', asking('what .+ (?:called|named)$', phraseOf('names?'))],
  [
    'definition',
    undefined,
    asking(
      `^(?:what ${be}|who ${be} (?!.*'s )) ?${named}$`,
      `^(?:what|who) ${phrase} ${be}$`,
      `^(?:what )?(?:do |does |did )?${phrase} (?:do|mean|means|stand for|stands for)$`,
      '^(?:explain|describe|define)',
      '^(?:(?:more|something|anything) )?about',
      'who (?:is|are|was|were) (?:they|it|he|she|that)$',
      `what ${be} ${phrase} about$|what does (?:it|that) mean to`,
      '(?:definition|meaning|overview) of|intro(?:duction)? to|meant by',
      'info(?:rmation)? (?:on|about)',
      'what (?:do|can) you (?:know|tell|say).* about',
      '(?:what|which) (?:kind|sort|type) of',
      phraseOf('meaning|definition|explained'),
    ),
  ],
  ['other', 'name', asking('who', 'whom', 'whose', 'where', whichOf(bodies))],
  ['definition', undefined, asking(`^${word}(?: ${word}){0,3}$`)],
];
