/**
 * Titles before a name, in small letters. They never end a sentence, and are written with a capital or all in capitals
 * (`MR. WYDEN` in the minutes of a hearing).
 */
const TITLES = words('dr mr mrs ms mx prof gen gov hon pres rep rev sen');

/** As `TITLES`, but only as they stand here: `SEC.` and `FT.` are names, and `ft.` is a measure. */
const EXACT_TITLES = exactWords(`
  Exec Lt Col Capt Cmdr Cpl Sgt Maj Adm Brig St Mt Ft Messrs Drs Profs Reps Sens Govs Sec Secs Amb Attn Atty Asst Assoc Supt
  Insp Ald Rt Fr Br Mme Mlle Sra Dra Dipl Ing`);

/** In the middle of a sentence whatever follows. */
const CONNECTING = words('v vs cf viz approx incl e.g i.e a.k.a n.b esp resp bzw vgl inkl ggf sog');

/** Abbreviations only if a number follows, or another of these; otherwise they are words, or end a sentence. */
const BEFORE_NUMBER = words(`
  no nos nr fig figs tab tabs tbl vol vols sec secs sect sects art arts ch chs chap chaps eq eqs para paras pt pts
  p pp ver vers ca c circa est rs cl cls appx ref refs n nn fn cols exh exhs repts annot div subdiv tit subtit subpt subch tel ext avg max qty
  jan feb mar apr jun jul aug sep sept oct nov dec`);

/** Likewise, but with a capital: in small letters they are words, or parts of such. */
const CAPITALS_BEFORE_NUMBER = words(`
  abs add alg ann app apps apt att bk bldg blk bull cap cir circ col cong cor corr ct def dir dkt doc docs dok ex fax fl iss
  l lem mob op ord par pars pat prop pub rec reg regs rel rept res rev rm rul sched ser stat ste supp suppl supps thm
  mon tue tues wed thu thur thurs fri sat sun`);

/** Before another abbreviation: `Fed. Reg.`, `Cal. App.`, `Civ. P.`; the Fed itself can end a sentence. */
const BEFORE_ABBREVIATION = exactWords('Fed Cal Fla Mass Mich Minn Tex Dist Civ Crim Treas');

/** Abbreviations that may stand inside a sentence or at its end; initials such as `U.S.` are others. */
const ANYWHERE = words(`
  inc co corp ltd bros llc pty pte pvt sdn bhd plc cie mfg jr sr esq univ inst acad natl sci proc dept govt assn intl
  ave blvd rd etc al seq ibid cit ed eds ph.d b.sc m.sc m.phil d.phil ee uu`);

/** Words that, with a capital letter, nearly always begin a sentence: pronouns, articles, conjunctions, adverbs. */
const STARTERS = words(`
  a about according additionally after all also although among amid an and another any anyone are as at be because
  before being besides between beyond both but by can could despite did do does during each earlier either even every everybody everyone everything few
  finally following for from further furthermore had has have he hence her here his how however i if in indeed
  instead is it its just later like many meanwhile more moreover most much must my neither nevertheless no none
  nobody nonetheless nor not nothing now of on once only or other others our over overall perhaps rather recently
  several she should similarly since so some somebody someone something soon still such than that the their then there therefore these
  they this those though through thus to today together under unless unlike until was we were what when where
  whereas whether which while who why with within without would yet you your`);

/** Starters that are also surnames: `K. He` is a person. */
const SURNAMES = words('An Do He So You');

/** What ends the name of a company, and begins no sentence: `Lotus Tech. Co. Ltd.` */
const COMPANY = /^(?:Co|Corp|Inc|Ltd|Pte|Pty)\./;

/** `word` ends in a full stop. Is it an abbreviation after which the sentence goes on? */
export function isAbbreviation(word: string, after: string): boolean {
  const written = word.slice(0, -1);
  const name = written.toLowerCase();
  if (TITLES.has(name) && written !== name) return true;
  if (CONNECTING.has(name) || COMPANY.test(after)) return true;
  if (isNumbered(written, after)) return true;
  if (EXACT_TITLES.has(written)) return !isSentenceStarter(after);
  if (/^\p{Lu}\.$/u.test(word)) return !isSentenceStarter(after) || SURNAMES.has(firstWord(after));
  return (/^(?:\p{L}\.){2,}$/u.test(word) || ANYWHERE.has(name)) && !isSentenceStarter(after);
}

/** Does a text begin with a word that nearly always begins a sentence? */
export function isSentenceStarter(text: string): boolean {
  return STARTERS.has(firstWord(text));
}

/** `No. 5`, `Docket No. HB-2024-0049`, `Fig. S1`, `Vol. II`, `Tel. +86 21`, `Pub. L. 117-169`, `Supp. No. 3`. */
function isNumbered(name: string, after: string): boolean {
  const isBefore = comesBeforeNumbers(name);
  if (!isBefore && !BEFORE_ABBREVIATION.has(name)) return false;
  const [, next = '', stop] =
    /^(?:\(\p{Lu}{2,8}\) )?[([#+§¶$€£¥]{0,2}\s?([\p{L}\p{N}/–-]{1,40})(\.?)/u.exec(after) ?? [];
  if (stop && next !== 'I' && /^\p{Lu}/u.test(next) && comesBeforeNumbers(next)) return true;
  if (!isBefore) return stop !== '' && /^\p{Lu}$/u.test(next);
  // Of a name with small letters, like iPhone17, a number is only a part.
  if (/\p{N}/u.test(next)) return /^\p{N}/u.test(next) || !/\p{Ll}{2}/u.test(next);
  // `U.S. Const. art. I, § 8`.
  if (/^I, (?:§|(?:art|sec|cl|pt|ch)\.)/.test(after)) return true;
  // Not "No. I agree", nor "in the app. A day later".
  return /^(?:[IVXLC]{2,6}|[VX]|[B-HJ-Z])$/.test(next) && name.toLowerCase() !== 'no';
}

/** Is it, without its full stop, an abbreviation that stands before a number, as in `No. 5`? */
export function comesBeforeNumbers(name: string): boolean {
  const small = name.toLowerCase();
  return BEFORE_NUMBER.has(small) || (CAPITALS_BEFORE_NUMBER.has(small) && name !== small);
}

/** In small letters. */
function firstWord(text: string): string {
  return /^[“‘"'([]{0,3}(\p{L}{1,20})/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function words(list: string): ReadonlySet<string> {
  return exactWords(list.toLowerCase());
}

function exactWords(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
