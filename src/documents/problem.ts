/**
 * Why a document, or a part of it, was left out. Data, so that the words for it stand with all other words
 * (`copy`) and a test can name the kind.
 */
export type Problem = {
  /** As the moderator knows it: its path in the knowledge folder, the attachment's name, or the page's address. */
  readonly file: string;
  /** From 1, where the place is known. */
  readonly line?: number;
} & ProblemKind;

/** A problem that did not leave its document out, as the document keeps it. */
export type Remark = {
  /** From 1, where the place is known. */
  readonly line?: number;
} & ProblemKind;

export type ProblemKind =
  | { readonly kind: 'not-utf8' }
  /** It is read as what its bytes are, and not as what it or its server declares. */
  | { readonly kind: 'encoding-declared'; readonly declared: string; readonly encoding: string }
  /** Nothing declares its encoding; its bytes speak clearly for this one. */
  | { readonly kind: 'encoding-guessed'; readonly encoding: string }
  /** Bytes that are no text in its encoding; U+FFFD stands for them. */
  | { readonly kind: 'invalid-bytes'; readonly places: number; readonly encoding: string }
  | { readonly kind: 'nul-bytes' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'unknown-format'; readonly extension: string }
  /** The name says one format, and the content is in another: one of the two is a mistake. */
  | { readonly kind: 'other-content'; readonly extension: string; readonly content: Content }
  | { readonly kind: 'empty' }
  /** A page without text, which a script puts together in a browser. */
  | { readonly kind: 'made-by-script' }
  | ({ readonly kind: 'front-matter' } & FrontMatterFault)
  | { readonly kind: 'leaves-folder' }
  | { readonly kind: 'same-id'; readonly id: string; readonly other: string }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'too-much-memory'; readonly megabytes: number }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  /** The message of the system or of what reads the format. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'footnote-undefined'; readonly name: string }
  | { readonly kind: 'footnote-source'; readonly name: string }
  /** Of a message: lines of other messages in it. */
  | { readonly kind: 'quoted-left-out'; readonly lines: number }
  | { readonly kind: 'glossary'; readonly detail: string }
  /** The file of judged questions cannot be read as one. */
  | { readonly kind: 'judged-questions'; readonly detail: string }
  /** It names both a document and that there is no answer, or neither. */
  | { readonly kind: 'judged-question'; readonly question: string }
  /** The file of known questions cannot be read as one. */
  | { readonly kind: 'known-questions'; readonly detail: string }
  | ({ readonly kind: 'known-question'; readonly question: string } & KnownQuestionFault)
  /** This release reads the file as another document than the one that was published. */
  | { readonly kind: 'reads-differently' }
  /** A live document that cannot be read any more: it stays as it is in that revision. */
  | { readonly kind: 'kept'; readonly revision: number; readonly because: ProblemKind }
  /** A takedown has withdrawn the text. */
  | { readonly kind: 'withdrawn' }
  /** The database holds another text than the one that was published. */
  | { readonly kind: 'altered' }
  | { readonly kind: 'encrypted' }
  /** Not a whole file of the format that it begins like. */
  | { readonly kind: 'damaged'; readonly format: string }
  /** Pages that are pictures, as a scanner makes them. */
  | { readonly kind: 'no-text-in-pages'; readonly pages: number }
  /** Text in fonts that the file leaves out, so that its characters are unknown; `isEmpty` where that is all text. */
  | { readonly kind: 'fonts-not-in-file'; readonly isEmpty: boolean }
  /**
   * Characters that the file does not name. `share` is theirs of all, `leftOut` the pages with so many that they are
   * left out, and `isEmpty` says whether these were all pages with text.
   */
  | {
      readonly kind: 'glyphs-unknown';
      readonly share: number;
      readonly leftOut: readonly number[];
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly most: number }
  | { readonly kind: 'too-large-unpacked'; readonly most: number }
  /** The file is small enough, and what was read of it is not. */
  | { readonly kind: 'too-much-read' }
  | { readonly kind: 'too-much-text'; readonly characters: number; readonly most: number }
  | {
      readonly kind: 'too-many';
      readonly what: 'sentences' | 'paragraphs';
      readonly count: number;
      readonly most: number;
    }
  /** With its sentences and headings as they are kept, in characters. */
  | { readonly kind: 'too-much-in-all'; readonly size: number; readonly most: number }
  /** More combining marks on one letter than any language has. */
  | { readonly kind: 'stacked-marks'; readonly most: number }
  /** A name that was cut, or an address that was left out; the longest of its kind. */
  | {
      readonly kind: 'too-long';
      readonly field: NamedField;
      readonly characters: number;
      readonly most: number;
    }
  /** Text without white space that is longer than a sentence may be: it was cut into pieces. */
  | { readonly kind: 'unbroken'; readonly characters: number; readonly most: number }
  /** Characters of the text that show nothing, or turn the order of others around. */
  | { readonly kind: 'unseen-characters'; readonly count: number }
  /** Problems of a file beyond those that are told. */
  | { readonly kind: 'more-problems'; readonly count: number }
  | PageProblemKind;

/** Why a file of the knowledge folder could not be opened. */
export type UnreadableReason = 'no-permission' | 'missing' | 'link-to-itself' | 'not-ordinary' | 'replaced';

/** What of a document is a name. */
export type NamedField = 'title' | 'heading' | 'publisher' | 'author' | 'tag' | 'address';

/** What the first bytes of a file say for certain that it holds. */
export type Content = 'html' | 'pdf' | 'docx' | 'rtf' | 'json' | 'archive';

export type FrontMatterFault =
  /** The message of the parser of YAML, TOML or JSON. */
  | { readonly fault: 'yaml'; readonly detail: string }
  /** `draft`: it says that it is not finished, or not for publication. */
  | { readonly fault: 'not-closed' | 'no-fields' | 'draft' }
  | { readonly fault: 'unknown' | FieldFault; readonly field: string };

/** What the value of a field should be and is not. */
export type FieldFault = 'text' | 'not-empty' | 'date' | 'address' | 'user-name' | 'language';

export type KnownQuestionFault =
  /** It is left out. */
  | { readonly fault: 'too-long'; readonly characters: number; readonly most: number }
  | { readonly fault: 'duplicate' }
  | { readonly fault: 'too-many'; readonly most: number }
  /** It is kept, and answered by its other sentences if it has any: an orphan where it has none. */
  | ({ readonly fault: SentenceFault } & NamedSentence);

/**
 * Why a sentence that is named by its words is not there: its document is not, or does not say it, or not once only.
 */
export type SentenceFault = 'no-document' | 'not-found' | 'not-unique';

/** A sentence named by its document and its words: it is found wherever it moves to in that document. */
export interface NamedSentence {
  /** Id of the document. */
  readonly document: string;
  /** The whole sentence as it stands in the canonical text. */
  readonly text: string;
}

/** Why a page, or an attachment, was not fetched, or not taken. */
export type PageProblemKind =
  /** Not an address of a public page: another scheme, a password in it, or an unusual port. */
  | { readonly kind: 'page-address'; readonly reason: 'scheme' | 'password' | 'port' | 'too-long' }
  /** The name leads to an address that is not on the public internet. */
  | { readonly kind: 'page-private'; readonly host: string }
  | { readonly kind: 'page-robots'; readonly host: string }
  /** The server failed when it was asked for robots.txt, so it is not known what is allowed. */
  | { readonly kind: 'page-robots-unknown'; readonly host: string; readonly status: number }
  /** There is a robots.txt, and it cannot be read. */
  | { readonly kind: 'page-robots-unread'; readonly host: string }
  | { readonly kind: 'page-redirects'; readonly most: number }
  | { readonly kind: 'page-type'; readonly contentType: string }
  | { readonly kind: 'page-too-large'; readonly most: number }
  | { readonly kind: 'page-too-slow'; readonly seconds: number }
  /** 404 or 410. */
  | { readonly kind: 'page-gone'; readonly status: number }
  /** Any other status that is not a page. */
  | { readonly kind: 'page-status'; readonly status: number }
  | { readonly kind: 'page-no-host'; readonly host: string }
  | { readonly kind: 'page-no-connection'; readonly detail: string }
  /** The address of an attachment that is not Discord's. */
  | { readonly kind: 'attachment-foreign' }
  | { readonly kind: 'attachment-status'; readonly status: number }
  | { readonly kind: 'attachment-too-slow' | 'attachment-no-connection' };

/** What reading one file gives. A document may come with problems that do not leave it out. */
export interface ReadResult<T> {
  readonly document?: T;
  readonly problems: readonly Problem[];
}
