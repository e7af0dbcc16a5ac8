import { asName, asTitle } from './html/metadata/page-names.js';

// What PDF and Word files declare in their properties is as often of a program or a template as of an author.

/** What programs put in place of a title, or the name of the file. */
const NO_TITLES = [
  /^(?:untitled|no ?title|title|(?:word )?document|doc|slide|page|presentation|powerpoint presentation|template)[ \d-]{0,20}$/i,
  /^(?:新建.{0,40}|文档 ?\d{0,9}|无标题|标题)$/,
  /^microsoft (?:word|powerpoint|excel)\b/i,
  // `10811.exe`, `report_final.docx`; `Version 2.0` and `Node.js in China` are titles.
  /^[^\s]+\.[a-z][a-z\d]{1,4}$/i,
  /\.(?:docx?|dotx?|pptx?|xlsx?|pdf|indd|qxd|tex|dvi|rtf|html?|odt|wpd|wps|pub|ps|eps|exe|php|aspx?)$/i,
  // `ARRAY(0x2c7cf020)`, `[object Object]`, `%%title%%`
  /\b[A-Za-z]+\(0x[\da-f]+\)|^\[object \w+\]$|^%.*%$|^\{.*\}$|^<.*>$/i,
  /^(?:[a-z]:)?[\\/].*[\\/]/i,
  /^arxiv:\d/i,
  /^(?:https?:\/\/|www\.)\S*$/i,
];

/** Names of accounts, computers and programs. */
const NO_AUTHORS =
  /^(?:user|admin|administrator|owner|author|unknown|anonymous|none|null|nil|n\/a|default|guest|root|test|pc|hp|dell|lenovo|asus|acer|windows(?: user)?|microsoft(?: office)?(?: user)?|python-docx|apache poi|openxml|utilisateur|usuario|benutzer|用户|微软用户|微软中国|作者|未知)[ \d]{0,20}$/i;

/** `jsmith2`: one word in small letters. */
const ACCOUNT = /^[a-z\d._-]{1,30}$/;

/** The title that a file declares, if it is one. */
export function declaredTitle(value: unknown): string | undefined {
  const title = asTitle(textOrNone(value));
  return title !== undefined && isWords(title) ? title : undefined;
}

/** The author that a file declares, if it is a name. */
export function declaredAuthor(value: unknown): string | undefined {
  const name = asName(textOrNone(value));
  const isName = name !== undefined && isWords(name) && !NO_AUTHORS.test(name) && !ACCOUNT.test(name);
  return isName ? name : undefined;
}

function isWords(text: string): boolean {
  return (
    /\p{L}{2}/u.test(text) && !/[\u0000-\u001f\ufffd]/.test(text) && !NO_TITLES.some((no) => no.test(text))
  );
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
