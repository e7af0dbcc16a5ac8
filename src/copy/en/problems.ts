import type {
  Content,
  FieldFault,
  NamedField,
  SentenceFault,
  UnreadableReason,
} from '../../documents/problem.js';
import type { Of, Problems } from '../problem-texts.js';
import { pageProblems } from './page-problems.js';
import { megabytes, number, plural } from './phrases.js';

/** What is wrong with a file, after its name. */
export const problems: Problems = {
  'not-utf8': () => 'is not UTF-8 text. Save it again in the encoding UTF-8.',
  'encoding-declared': ({ declared, encoding }) =>
    `says that it is in the encoding ${declared}, but its bytes are ${encoding}, and it was read so. If its first lines look wrong, save it again in UTF-8.`,
  'encoding-guessed': ({ encoding }) =>
    `does not say its encoding, and was read as ${encoding}. If its first lines look wrong, save it again in UTF-8.`,
  'invalid-bytes': ({ places, encoding }) =>
    `has bytes in ${plural(places, 'place')} that are no text in ${encoding}; each is shown as �. Save it again in UTF-8 from where it comes.`,
  'nul-bytes': () => 'has NUL bytes, so it is not text. Is it another kind of file with the wrong name?',
  'too-large': ({ bytes, most }) =>
    `is ${megabytes(bytes)} in size, and at most ${megabytes(most)} are read. Split it into several documents.`,
  'unknown-format': ({ extension }) =>
    `is in a format that is not read (${extension || 'no extension'}). Use Markdown, plain text, HTML, PDF, Word (.docx), mail (.eml) or subtitles (.srt, .vtt).`,
  'other-content': ({ extension, content }) =>
    `is named ${extension} and holds ${CONTENTS[content]}. Give it the ending of what it holds, or add the file that was meant.`,
  empty: () => 'has no text. Write some, or remove the file.',
  'made-by-script': () =>
    'has no text in its file: a script puts the page together when somebody opens it. Open it in a browser, save it as PDF or copy its text into a file, and attach that.',
  'front-matter': (fault) => whatIsWrongWithFrontMatter(fault),
  'leaves-folder': () => 'points outside the knowledge folder. Copy the file into the folder instead.',
  'same-id': ({ id, other }) => `would have the id "${id}", as ${other} has. Rename one of the two.`,
  'too-slow': ({ seconds }) =>
    `took more than ${seconds} seconds to read. Simplify it: deeply nested lists or tables cost most.`,
  'too-deep': () => 'is nested too deeply to read. Use fewer levels of lists, quotes or boxes.',
  'too-much-memory': ({ megabytes: most }) =>
    `needs more than ${most} MB of memory to read. Split it into several documents.`,
  unreadable: (problem) =>
    `cannot be read: ${'reason' in problem ? UNREADABLE[problem.reason] : problem.detail}`,
  'footnote-undefined': ({ name }) =>
    `the footnote [^${name}] is used but has no source. Add a line "[^${name}]: publisher, date, <address>".`,
  'footnote-source': ({ name }) =>
    `the footnote [^${name}] names no source. Write "publisher, date, <address>".`,
  'quoted-left-out': ({ lines }) =>
    `has ${plural(lines, 'line')} quoted from other messages, which are left out. Add those messages themselves if they matter.`,
  glossary: ({ detail }) => `is not a glossary: ${detail}`,
  'judged-questions': ({ detail }) => `is not a list of judged questions: ${detail}`,
  'judged-question': ({ question }) => `“${question}” needs either a document or declined: true.`,
  'known-questions': ({ detail }) => `is not a list of known questions: ${detail}`,
  'known-question': (problem) =>
    `the known question “${problem.question}” ${whatIsWrongWithKnownQuestion(problem)}`,
  'reads-differently': () =>
    'reads differently in this version of the bot from when it was published. Compare the two before you publish it again.',
  kept: (because, revision) => `${because} Until it reads again it is kept as it is in revision ${revision}.`,
  withdrawn: () =>
    'holds a text that was withdrawn, and is left out. Remove the file, or write a text of your own.',
  altered: () =>
    'is damaged in the database, and no answer quotes it. Refresh or add it again, and publish it; or whoever hosts the bot brings back a backup.',
  encrypted: () => 'is protected with a password. Save a copy without one, and add that.',
  damaged: ({ format }) =>
    `is not a whole ${format} file. Open it in a program that reads it, save it again, and add that.`,
  'no-text-in-pages': ({ pages }) =>
    `has ${plural(pages, 'page')} of pictures and no text. Run text recognition (OCR) on it, or add the text itself.`,
  'fonts-not-in-file': ({ isEmpty }) =>
    `has Chinese, Japanese or Korean text in fonts that are not in the file, ${isEmpty ? 'and no other text' : 'which is missing from what was read'}. Save it again with its fonts embedded, or add the text itself.`,
  'glyphs-unknown': (problem) =>
    `${lostCharacters(problem)} Save it again with another program, or add the text itself.`,
  'too-many-pages': ({ pages, most }) =>
    `has ${plural(pages, 'page')}, and at most ${number(most)} are read. Split it into several documents.`,
  'too-large-unpacked': ({ most }) =>
    `holds more than ${megabytes(most)} once unpacked. Take pictures and attachments out, or split it.`,
  'too-much-read': () => 'says too much for one file, once it is read. Split it into several.',
  'too-much-text': ({ characters, most }) =>
    `has ${plural(characters, 'character')} of text, and at most ${number(most)} are read. Split it into several documents.`,
  'too-many': ({ what, count, most }) =>
    `has ${number(count)} ${what}, and at most ${number(most)} are read. Split it into several documents.`,
  'too-much-in-all': ({ size, most }) =>
    `is ${megabytes(size)} with its headings and sources as they are kept, and at most ${megabytes(most)} are. Make headings shorter, or split it into several documents.`,
  'stacked-marks': ({ most }) =>
    `has more than ${most} accents and other marks on one letter, which would cover the text around it. Take them out.`,
  'too-long': ({ field, characters, most }) =>
    field === 'address'
      ? `names an address of ${plural(characters, 'character')}, which is left out, as at most ${number(most)} are read. Use a shorter one.`
      : `has ${NAMED[field]} of ${plural(characters, 'character')}, of which the first ${number(most)} are kept. Make it shorter.`,
  unbroken: ({ characters, most }) =>
    `has ${plural(characters, 'character')} without a space, which are cut into pieces of ${number(most)}: nobody will find what is cut. Take them out if they are no text, or set spaces and full stops.`,
  'unseen-characters': ({ count }) =>
    `has ${plural(count, 'character')} that cannot be seen, so it may look different from what it says. Take them out if they are not meant.`,
  'more-problems': ({ count }) => `has ${plural(count, 'more problem')}. Mend those above first.`,
  ...pageProblems,
};

export const atLine = (line: number) => `line ${line}: `;

const CONTENTS: Readonly<Record<Content, string>> = {
  html: 'a web page (HTML)',
  pdf: 'a PDF',
  docx: 'a Word document',
  rtf: 'a document in RTF',
  json: 'data (JSON)',
  archive: 'an archive or a document of another program',
};

const NAMED: Readonly<Record<Exclude<NamedField, 'address'>, string>> = {
  title: 'a title',
  heading: 'a heading',
  publisher: 'a publisher',
  author: 'an author',
  tag: 'a tag',
};

function lostCharacters({ share, leftOut, isEmpty }: Of<'glyphs-unknown'>): string {
  const percent = share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`;
  const unknown = `does not say what ${percent} of its characters are`;
  if (isEmpty) return `${unknown}, so none of its text can be read.`;
  const shown = `${unknown}: \ufffd stands in their place`;
  if (leftOut.length === 0) return `${shown}.`;
  const some = leftOut.slice(0, 10).join(', ');
  const pages = `${leftOut.length === 1 ? 'page' : 'pages'} ${some}${leftOut.length > 10 ? ' and more' : ''}`;
  return `${shown}, and ${pages} with more than a tenth of them ${leftOut.length === 1 ? 'is' : 'are'} left out.`;
}

function whatIsWrongWithKnownQuestion(problem: Of<'known-question'>): string {
  switch (problem.fault) {
    case 'too-long':
      return `has ${problem.characters} characters, and is left out as at most ${problem.most} are read. Make it shorter.`;
    case 'duplicate':
      return 'is there already, and is read once. Give it all the sentences that answer it, in one place.';
    case 'too-many':
      return `and those after it are left out, as at most ${number(problem.most)} are read.`;
    default:
      return WITHOUT_SENTENCE[problem.fault](problem.document, problem.text);
  }
}

const WITHOUT_SENTENCE: Readonly<Record<SentenceFault, (document: string, text: string) => string>> = {
  'no-document': (document) =>
    `is answered by a document that is not there (${document}). Name the document that has the sentence now.`,
  'not-found': (document, text) =>
    `is answered by a sentence that ${document} does not have any more: “${text}” Give it the sentence that answers now, or take the question out.`,
  'not-unique': (document, text) =>
    `is answered by a sentence that ${document} has more than once: “${text}” Name a sentence that is there once.`,
};

/** Only front matter without an end leaves its document out: of all else what can be read is read. */
function whatIsWrongWithFrontMatter(fault: Of<'front-matter'>): string {
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

const UNREADABLE: Readonly<Record<UnreadableReason, string>> = {
  'no-permission': 'the bot may not read it. Allow it to.',
  missing: 'it is not there. Put it back, or remove what points to it.',
  'link-to-itself': 'it is a link that leads back to itself. Put the file itself there.',
  'not-ordinary': 'it is not an ordinary file. Put an ordinary one there.',
  replaced: 'it was replaced while it was being opened. Try again.',
};
