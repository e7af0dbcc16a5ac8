import type {
  Content,
  FieldFault,
  FrontMatterFault,
  KnownQuestionFault,
  PageProblemKind,
  Problem,
  ProblemKind,
  Remark,
} from '../../documents/problem.js';
import { megabytes, plural } from './phrases.js';

/** What is wrong with a file, where, and what puts it right. */
export function problem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${whatIsWrong(problem)}`;
}

/** What a document keeps of how it was read. */
export function remark(remark: Remark): string {
  return (remark.line === undefined ? '' : `line ${remark.line}: `) + whatIsWrong(remark);
}

function whatIsWrong(problem: ProblemKind): string {
  switch (problem.kind) {
    case 'not-utf8':
      return 'is not UTF-8 text. Save it again in the encoding UTF-8.';
    case 'encoding-declared':
      return `says that it is in the encoding ${problem.declared}, but its bytes are ${problem.encoding}, and it was read so. If its first lines look wrong, save it again in UTF-8.`;
    case 'encoding-guessed':
      return `does not say its encoding, and was read as ${problem.encoding}. If its first lines look wrong, save it again in UTF-8.`;
    case 'invalid-bytes':
      return `has bytes in ${plural(problem.places, 'place')} that are no text in ${problem.encoding}; each is shown as �. Save it again in UTF-8 from where it comes.`;
    case 'nul-bytes':
      return 'has NUL bytes, so it is not text. Is it another kind of file with the wrong name?';
    case 'too-large':
      return `is ${megabytes(problem.bytes)} in size, and at most ${megabytes(problem.most)} are read. Split it into several documents.`;
    case 'unknown-format':
      return `is in a format that is not read (${problem.extension || 'no extension'}). Use Markdown, plain text, HTML, PDF, Word (.docx), mail (.eml) or subtitles (.srt, .vtt).`;
    case 'other-content':
      return `is named ${problem.extension} and holds ${CONTENTS[problem.content]}. Give it the ending of what it holds, or add the file that was meant.`;
    case 'empty':
      return 'has no text. Write some, or remove the file.';
    case 'made-by-script':
      return 'has no text in its file: a script puts the page together when somebody opens it. Open it in a browser, save it as PDF or copy its text into a file, and attach that.';
    case 'front-matter':
      return whatIsWrongWithFrontMatter(problem);
    case 'leaves-folder':
      return 'points outside the knowledge folder. Copy the file into the folder instead.';
    case 'same-id':
      return `would have the id "${problem.id}", as ${problem.other} has. Rename one of the two.`;
    case 'too-slow':
      return `took more than ${problem.seconds} seconds to read. Simplify it: deeply nested lists or tables cost most.`;
    case 'too-deep':
      return 'is nested too deeply to read. Use fewer levels of lists, quotes or boxes.';
    case 'too-much-memory':
      return `needs more than ${problem.megabytes} MB of memory to read. Split it into several documents.`;
    case 'unreadable':
      return `cannot be read: ${problem.detail}`;
    case 'footnote-undefined':
      return `the footnote [^${problem.name}] is used but has no source. Add a line "[^${problem.name}]: publisher, date, <address>".`;
    case 'footnote-source':
      return `the footnote [^${problem.name}] names no source. Write "publisher, date, <address>".`;
    case 'quoted-left-out':
      return `has ${plural(problem.lines, 'line')} quoted from other messages, which are left out. Add those messages themselves if they matter.`;
    case 'glossary':
      return `is not a glossary: ${problem.detail}`;
    case 'judged-questions':
      return `is not a list of judged questions: ${problem.detail}`;
    case 'judged-question':
      return `“${problem.question}” needs either a document or declined: true.`;
    case 'known-questions':
      return `is not a list of known questions: ${problem.detail}`;
    case 'known-question':
      return `the known question “${problem.question}” ${whatIsWrongWithKnownQuestion(problem)}`;
    case 'reads-differently':
      return 'reads differently in this version of the bot from when it was published. Compare the two before you publish it again.';
    case 'kept':
      return `${whatIsWrong(problem.because)} Until it reads again it is kept as it is in revision ${problem.revision}.`;
    case 'withdrawn':
      return 'holds a text that was withdrawn, and is left out. Remove the file, or write a text of your own.';
    case 'encrypted':
      return 'is protected with a password. Save a copy without one, and add that.';
    case 'damaged':
      return `is not a whole ${problem.format} file. Open it in a program that reads it, save it again, and add that.`;
    case 'no-text-in-pages':
      return `has ${plural(problem.pages, 'page')} of pictures and no text. Run text recognition (OCR) on it, or add the text itself.`;
    case 'fonts-not-in-file':
      return `has Chinese, Japanese or Korean text in fonts that are not in the file, ${problem.isEmpty ? 'and no other text' : 'which is missing from what was read'}. Save it again with its fonts embedded, or add the text itself.`;
    case 'glyphs-unknown':
      return `${lostCharacters(problem)} Save it again with another program, or add the text itself.`;
    case 'too-many-pages':
      return `has ${plural(problem.pages, 'page')}, and at most ${problem.most} are read. Split it into several documents.`;
    case 'too-large-unpacked':
      return `holds more than ${megabytes(problem.most)} once unpacked. Take pictures and attachments out, or split it.`;
    case 'too-much-read':
      return 'says too much for one file, once it is read. Split it into several.';
    case 'too-much-text':
      return `has ${plural(problem.characters, 'character')} of text, and at most ${problem.most.toLocaleString('en')} are read. Split it into several documents.`;
    case 'too-many':
      return `has ${problem.count.toLocaleString('en')} ${problem.what}, and at most ${problem.most.toLocaleString('en')} are read. Split it into several documents.`;
    case 'too-much-in-all':
      return `is ${megabytes(problem.size)} with its headings and sources as they are kept, and at most ${megabytes(problem.most)} are. Make headings shorter, or split it into several documents.`;
    case 'stacked-marks':
      return `has more than ${problem.most} accents and other marks on one letter, which would cover the text around it. Take them out.`;
    case 'too-long':
      return whatIsTooLong(problem);
    case 'unbroken':
      return `has ${plural(problem.characters, 'character')} without a space, which are cut into pieces of ${problem.most.toLocaleString('en')}: nobody will find what is cut. Take them out if they are no text, or set spaces and full stops.`;
    case 'unseen-characters':
      return `has ${plural(problem.count, 'character')} that cannot be seen, so it may look different from what it says. Take them out if they are not meant.`;
    case 'more-problems':
      return `has ${plural(problem.count, 'more problem')}. Mend those above first.`;
    default:
      return whatIsWrongWithPage(problem);
  }
}

function whatIsTooLong({ field, characters, most }: Extract<ProblemKind, { kind: 'too-long' }>): string {
  const length = `of ${plural(characters, 'character')}`;
  if (field === 'address')
    return `names an address ${length}, which is left out, as at most ${most.toLocaleString('en')} are read. Use a shorter one.`;
  const article = field === 'author' ? 'an' : 'a';
  return `has ${article} ${field} ${length}, of which the first ${most} are kept. Make it shorter.`;
}

function lostCharacters({
  share,
  leftOut,
  isEmpty,
}: Extract<ProblemKind, { kind: 'glyphs-unknown' }>): string {
  const percent = share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`;
  const unknown = `does not say what ${percent} of its characters are`;
  if (isEmpty) return `${unknown}, so none of its text can be read.`;
  const shown = `${unknown}: \ufffd stands in their place`;
  if (leftOut.length === 0) return `${shown}.`;
  const some = leftOut.slice(0, 10).join(', ');
  const pages = `${leftOut.length === 1 ? 'page' : 'pages'} ${some}${leftOut.length > 10 ? ' and more' : ''}`;
  return `${shown}, and ${pages} with more than a tenth of them ${leftOut.length === 1 ? 'is' : 'are'} left out.`;
}

const CONTENTS: Readonly<Record<Content, string>> = {
  html: 'a web page (HTML)',
  pdf: 'a PDF',
  docx: 'a Word document',
  rtf: 'a document in RTF',
  json: 'data (JSON)',
  archive: 'an archive or a document of another program',
};

function whatIsWrongWithKnownQuestion(problem: KnownQuestionFault): string {
  switch (problem.fault) {
    case 'too-long':
      return `has ${problem.characters} characters, and is left out as at most ${problem.most} are read. Make it shorter.`;
    case 'duplicate':
      return 'is there already, and is read once. Give it all the sentences that answer it, in one place.';
    case 'too-many':
      return `and those after it are left out, as at most ${problem.most.toLocaleString('en')} are read.`;
    case 'no-document':
      return `is answered by a document that is not there (${problem.document}). Name the document that has the sentence now.`;
    case 'not-found':
      return `is answered by a sentence that ${problem.document} does not have any more: “${problem.text}” Give it the sentence that answers now, or take the question out.`;
    case 'not-unique':
      return `is answered by a sentence that ${problem.document} has more than once: “${problem.text}” Name a sentence that is there once.`;
  }
}

/** Only front matter without an end leaves its document out: of all else what can be read is read. */
function whatIsWrongWithFrontMatter(fault: FrontMatterFault): string {
  switch (fault.fault) {
    case 'yaml':
      return `the front matter is wrong: ${fault.detail}. What can be read of it was read; mend it and add the file again.`;
    case 'not-closed':
      return 'the front matter is wrong: the line --- at its end is missing. Add it.';
    case 'no-fields':
      return 'the front matter is wrong: it must be a list of fields, each as "name: value". It was left out.';
    case 'draft':
      return 'says in its front matter that it is a draft. Publish it here only if it may be quoted.';
    case 'unknown':
      return `the front matter has ${fault.field}, which is not a known field and was left out. If it is misspelt, mend it and add the file again.`;
    default:
      return `the front matter is wrong: ${fault.field}: ${FIELD_FAULTS[fault.fault]}. What it says there was left out.`;
  }
}

const FIELD_FAULTS: Readonly<Record<FieldFault, string>> = {
  text: 'must be text',
  'not-empty': 'must not be empty',
  date: 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD',
  address: 'must be an address that begins with http:// or https://',
  'user-name': 'must be an address without a user name: what stands before the @ would be taken for the site',
  language: 'must be a language tag such as en or zh-Hans',
};

/** Where the bot may not or cannot fetch, a moderator can save the page and attach the file. */
function whatIsWrongWithPage(problem: PageProblemKind): string {
  switch (problem.kind) {
    case 'page-address':
      return {
        scheme: 'is not the address of a web page. Use one that begins with https:// or http://.',
        password: 'has a user name or password in it. Use the address without them.',
        'too-long': 'is too long for a page’s address. Save the page and attach the file.',
        port: 'names an unusual port, and only public web pages are fetched. Save the page and attach the file.',
      }[problem.reason];
    case 'page-private':
      return `leads to a private network (${problem.host}), and only public pages are fetched. Save the page and attach the file.`;
    case 'page-robots':
      return `may not be fetched by bots: the robots.txt of ${problem.host} says so. Save the page and attach the file if you may.`;
    case 'page-robots-unknown':
      return `may or may not be open to bots: ${problem.host} answers ${problem.status} when asked for its robots.txt. Try again later.`;
    case 'page-robots-unread':
      return `may or may not be open to bots: the robots.txt of ${problem.host} cannot be read. Try again later, or save the page and attach the file if you may.`;
    case 'page-redirects':
      return `redirects to another address more than ${problem.most} times. Use the address where it ends up.`;
    case 'page-type':
      return `is not a page that can be read (${problem.contentType || 'the server names no type'}). Use HTML, plain text, Markdown, PDF or Word (.docx).`;
    case 'page-too-large':
      return `is larger than ${megabytes(problem.most)}. Save the part that matters and attach the file.`;
    case 'page-too-slow':
      return `did not arrive within ${problem.seconds} seconds. Try again later, or save the page and attach the file.`;
    case 'page-gone':
      return `is no longer there (${problem.status}). Check the address, or look for an archived copy.`;
    case 'page-status':
      return `was refused by its server (${problem.status}). Try again later, or save the page and attach the file.`;
    case 'page-no-host':
      return `cannot be found: there is no ${problem.host}. Check the address.`;
    case 'page-no-connection':
      return `cannot be reached (${problem.detail}). Try again later, or save the page and attach the file.`;
  }
}
