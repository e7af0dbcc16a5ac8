// A month or a year that stands alone may be a word or a count: what stands before and behind tells.

/** Units in which they are told apart: the longest words of the lists below with what may stand around them. */
const CONTEXT = 24;

/** A place in a text where a date may be written. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const beforeAnyDate = 'in|since|until|till|by|of|from|to|during|before|after|through|between|around|and|or';
const beforeMonth = endsWith(`${beforeAnyDate}|last|next|this|every`);
const intoMonth =
  /^(?: ?[–—-] ?| to | until | through | and | or )(?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Whether the name of a month without a year is meant: "may" and "march" are words, "August" and "Jan" are names. */
export function isMonth(name: string, { text, start, end }: Place): boolean {
  if (name.length === 3 && name.toLowerCase() !== 'may') return false;
  if (!/^(?:may|march|august)$/i.test(name)) return true;
  if (!/^\p{Lu}/u.test(name)) return false;
  return (
    beforeMonth.test(text.slice(Math.max(0, start - CONTEXT), start)) ||
    intoMonth.test(text.slice(end, end + CONTEXT))
  );
}

const beforeYear = endsWith(
  `${beforeAnyDate.replace('|to|', '|(?<!up )to|')}|circa|ca\\.|the|year|years|fiscal|calendar|is|was|for`,
);
const beforeEarlyYear = endsWith(beforeAnyDate);
const onlyBeforeYear = endsWith('in|since|until|till|during|between|year|circa|ca\\.|from|before|after|by');
const beforeCount = endsWith(
  [
    'more than|less than|fewer than|at least|at most|nearly|almost|some|only|exactly|over|under|total of',
    'has|have|had|(?<!compared )with|costs?|price|number|no\\.|version|model|room|article|section|page|rtx|windows|[x×]',
  ].join('|'),
);
const counted =
  /^[\s-]?(?:chips?|cards?|[cgnt]pus?|nodes?|racks?|servers?|processors?|accelerators?|people|employees|engineers|workers|staff|researchers|students|km|kilomet\S+|met(?:re|er)s?|square|cubic|miles?|feet|tonn?es?|tons?|kg|(?:kilo|mega|giga)?watts?|[kmg]w|[mg]hz|[mgt]b|(?:giga|tera)?bytes?|bits?|tokens?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|times|units?|parameters|points?|pages?|words?|(?:tera|peta|t)?flops|cores?|[mb]illion|thousand|x)\b/iu;
/** Money, and years that are counted otherwise. */
const noYear =
  /^\s?(?:yuan|rmb|dollars?|hong kong dollars?|euros?|yen|pounds?|won|francs?|rupees?|per ?cent|usd|cny|bce?|bp)\b/i;
const plural =
  /^\s(?!(?:is|was|has|as|its|this|his|versus|us|thus|plus|less|across|besides|perhaps|always|unless)\b)\p{Ll}+s\b/u;

/** A name that has a capital letter inside, or stands inside a sentence: what is held every year is told by the year. */
const name = /(?:\p{Lu}\S{0,24}\p{Lu}|\S\s\p{Lu})[\p{L}\p{N}-]{0,24}\s$/u;

/** Whether a number that may be a year is one and counts nothing. Early ones need a word that stands before years. */
export function isYear(year: number, { text, start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  const isSure = onlyBeforeYear.test(before) || /\($/.test(before);
  if (noYear.test(after) || beforeCount.test(before)) return false;
  if (isSure) return true;
  if (counted.test(after)) return false;
  if (year < EARLY) return beforeEarlyYear.test(before) && !plural.test(after);
  return beforeYear.test(before) || name.test(before) || !plural.test(after);
}

/** Numbers below are mostly no years where nothing says so. */
const EARLY = 1900;

function endsWith(words: string): RegExp {
  return new RegExp(String.raw`(?:^|[\s(–—'’"“‘-])(?:${words})\s["“‘(]?$`, 'iu');
}
