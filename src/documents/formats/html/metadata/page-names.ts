import { datesIn } from '../../../dates/written-dates.js';
import { withoutReferences } from '../../character-references.js';
import { collapseWhiteSpace } from '../../layout.js';

// Which words of a page or file can be a title, and which the name of a person or an organisation.

/** In characters: a longer name or title is one that something went wrong with. */
const MAX_LENGTH = 300;

/** What programs write where they know no title. */
const NO_TITLE = /^(?:about:blank|untitled(?: document)?|无标题(?:文档)?|null|undefined)$/i;

/**
 * White space in it is one space, and `AI &amp; chips`, as programs write that escape a text twice, is `AI & chips`.
 * Nothing where there are no words, or too many of them.
 */
export function asTitle(words: string | null | undefined): string | undefined {
  const text = collapseWhiteSpace(withoutReferences(words ?? '')).trim();
  if (text.length > MAX_LENGTH || !/[\p{L}\p{N}]/u.test(text) || NO_TITLE.test(text)) return undefined;
  return text;
}

/** What stands before a name, and is none of it. */
const BEFORE =
  /^(?:by|von|par|por|di|door|written by|posted by|authors?|auteurs?|autore?s?|作者|来源|來源|文|撰文|编辑|责任编辑|责编|責任編輯)\s?[:：]\s?|^(?:记者|記者)[\s:：]|^(?:(?:written|posted|reported) )?by\s+/i;

/** As before a name in German, French, Spanish and Portuguese; in small letters they may be part of one. */
const BEFORE_NAME = /^(?:Von|Par|Por)\s(?=\p{Lu})/u;
const BEFORE_NAME_IN_BYLINE = /^[\s,]{0,9}(?:von|par|por|door|przez|af|av)\s/iu;

/** `Posted on 4 May 2025 by` */
const REPORTED =
  /^(?:posted|published|written|veröffentlicht|publiziert|geschrieben|publié|publicado|pubblicato|gepubliceerd)(?!\p{L}).{0,80}?\s(?:by|von|par|por|da|door)\s/iu;

/** Before a date: `Ann Lee on Sunday, `. */
const BEFORE_DATE = /[\s,](?:on|am|le|el|il|em|op|den|um|at)\s.{0,30}$|[\s,(]{1,9}$/iu;

/** Where a byline goes on with something else than names. */
const BEHIND =
  /[|·•\n]|\s[-–—/]\s|[\s，,;；](?:来源|來源|时间|日期|编辑|责编|责任编辑|浏览|字号)\s?[:：]|\s<?[^\s@]{1,60}@|,\s(?:(?:senior|junior|deputy|former|associate|assistant|visiting|research|policy|managing|executive|staff|chief) )*(?:fellow|director|professor|analyst|researcher|president|economist|lecturer|scholar)(?!\p{L})|\s(?:posted|published|updated|modified|aktualisiert|veröffentlicht)(?!\p{L})|(?:,\s?|\s)(?:(?:staff|senior|chief|special|contributing) )?(?:writer|reporter|correspondent|editor)s?(?!\p{L})/iu;

/** Words of dates, buttons and other things that stand in bylines; a name has none of them. */
const NO_NAME =
  /\b(?:posted|published|updated|modified|share|follow|subscribe|comments?|min(?:ute)?s? read|ago|read more|click|log ?in|sign ?up|all rights|copyright|aktualisiert|veröffentlicht|publiziert|erforderlich|required|publié|publicado|pubblicato)\b|发布|發佈|更新|字号|字體|浏览|阅读|评论|时间|分享|打印|[*→»]/iu;

/** Who is meant is not said by these, or they are names of accounts and defaults of programs. */
const NOBODY =
  /^(?:the )?(?:by|name|(?:web|wordpress)?admin(?:istrator)?|administrateur|editor(?:ial)?(?: team| staff)?|editors|staff(?: writer| reporter| report)?s?|team|(?:autor )?redaktion|rédaction|redacción|redazione|redactie|web ?master|author|autor|guest(?: author)?|anonymous|anonym|anónimo|unknown|user|root|default|test|none|null|undefined|nan|n\/?a|\[object object\]|佚名|匿名|本站|本网|本報|本报|网络|互联网|管理员|超级管理员|编辑|责任编辑|小编|admin\d{1,9})$/iu;

const ADDRESS = /^(?:https?:|www\.|@|\/)|\S@\S|\[at\]|\.(?:php|html?)$/i;
const DOMAIN = /^[^\s.]{1,63}\.\p{Ll}{2,6}(?:\/|$)/u;

/**
 * A person or an organisation. Not an address or a site, a date, a button or a word like “Staff”, which pages put in the
 * place of a name.
 */
export function asName(words: string | null | undefined): string | undefined {
  const text = asPublisher(asTitle(words)?.replace(BEFORE, '').replace(BEFORE_NAME, ''));
  if (!text || NO_NAME.test(text) || DOMAIN.test(text) || /\d{4}|\d[.:/]\d/.test(text)) return undefined;
  return text;
}

/** The name of a site or a firm, which may have numbers and words of buttons in it. */
export function asPublisher(words: string | null | undefined): string | undefined {
  const text = asTitle(words);
  if (!text || NOBODY.test(text) || !/\p{L}/u.test(text)) return undefined;
  return ADDRESS.test(text) ? undefined : text;
}

/**
 * The names at the beginning of a byline: `By Ann Lee · Delta News · Posted: May 4, 2025` → `Ann Lee`. Nothing where that
 * is the publisher, who is named already.
 */
export function nameInByline(byline: string | null | undefined, publisher = ''): string | undefined {
  const line = collapseWhiteSpace(byline ?? '')
    .trim()
    .slice(0, MAX_LENGTH);
  const named = line.replace(REPORTED, '').replace(BEFORE, '').replace(BEFORE_NAME_IN_BYLINE, '');
  const date = datesIn(named)[0]?.start;
  const undated = date === undefined ? named : named.slice(0, date).replace(BEFORE_DATE, '');
  const end = undated.search(BEHIND);
  const name = asName(end === -1 ? undated : undated.slice(0, end));
  return name && isSame(name, publisher) ? undefined : name;
}

/** Do two texts say the same but for capitals, white space and signs? */
export function isSame(a: string, b: string): boolean {
  return letters(a) === letters(b);
}

/** The letters and digits alone, in small. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
