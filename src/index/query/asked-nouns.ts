/*
 * Nouns that tell what a question asks for, as alternatives of a pattern over words in lower case.
 */

/** Who holds one is a person. No senator: their stem is that of the Senate. */
export const posts =
  'ceo|cto|cfo|coo|chief|chair|chairman|chairwoman|chairperson|president|leader|founder|cofounder|co-founder|boss|head|director|owner|shareholder|secretary|minister|premier|mayor|governor|lawmaker|ambassador|envoy|maintainer|manager|spokesman|spokeswoman|spokesperson|author|inventor|investor|king|queen';
const severalPeople =
  'leaders|founders|cofounders|co-founders|bosses|directors|owners|shareholders|secretaries|ministers|mayors|governors|lawmakers|ambassadors|envoys|maintainers|managers|authors|inventors|investors';
/** The same of several, of which "heads" and "chairs" may also be verbs. */
export const severalPosts = `${severalPeople}|heads|chairs`;

/** Those that belong to something. */
export const members = 'members|participants|partners|signatories';

/** What has a name: one, and several of which all are asked for. */
export const bodies =
  'group|company|firm|maker|organi[sz]ation|agency|team|university|institute|alliance|country|nation|state|city|province|town|person|man|woman|analyst|scientist|supplier|customer|lab';
export const severalBodies = `people|men|women|groups|companies|firms|makers|organi[sz]ations|agencies|teams|universities|institutes|alliances|countries|nations|states|cities|provinces|analysts|scientists|suppliers|customers|labs|laboratories|startups|start-ups|banks|member|${members}|${severalPeople}`;

export const times = 'years?|dates?|days?|months?|weeks?|century|decade|time';
export const prices =
  'prices?|costs?|fees?|salary|revenues?|turnover|profits?|budget|valuation|funding|market cap|market capitali[sz]ation';
export const currencies = 'dollars|yuan|rmb|renminbi|euros|usd|pounds';
export const shares = 'percentage|percent|proportion|fraction|share';
export const measures =
  'amount|population|rate|age|distance|length|height|width|size|temperature|score|total|capacity|weight|memory|bandwidth|speed|power|consumption|draw|output';
/** What is measured in them is an amount, and no count of things. */
export const units =
  'times|seconds|minutes|hours|days|weeks|months|years|decades|kilomet(?:er|re)s|km|met(?:er|re)s|miles|tons|tonnes|watts|kilowatts|megawatts|gigawatts';

export const reasons = 'reasons?|causes?|motives?|motivation|rationale';
export const purposes = 'purpose|goals?|aims?|objectives?|mission|intentions?|ambitions?';
/** What somebody has said. */
export const sayings =
  'quotes?|quotations?|statements?|opinions?|remarks?|comments?|views?|stance|reactions?|response';
