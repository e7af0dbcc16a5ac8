import { ContentsPlace } from './docx-contents.js';
import { type Edit, edited } from './docx-edits.js';
import { formulasAsWords } from './docx-formulas.js';
import { readNumbering } from './docx-numbering.js';
import { raisedByStyle } from './docx-raised.js';
import { headingLevel, type NumberingPlace, readStyles, type WordStyle } from './docx-styles.js';
import { attributeOf, escapeXml, type XmlTag, xmlTags } from './xml-tags.js';

/** The files of a Word document that say what its text is, as XML; `''` where it has none. */
export interface DocumentParts {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string;
}

export interface PreparedDocument {
  readonly document: string;
  /** In the language of mammoth: what becomes of the styles that it knows nothing of. */
  readonly styleMap: readonly string[];
}

/** In characters: a paragraph of more is no heading, whatever it says. */
const MAX_HEADING = 200;

/** What a style for what stands in a table of contents is called. */
const CONTENTS_STYLE = 'TableOfContents';

/** What a style for headings at a level that no style of the document is for is called. */
const outlineStyle = (level: number) => `OutlineLevel${level}`;

/**
 * Writes into a document what mammoth does not look at: the numbers of lists and headings as their words, hidden text
 * as struck out, the words of fields and below rubies, the outline level of paragraphs and what stands in a table of
 * contents as a style, formulas as words, and what is raised by its style.
 */
export function prepare({
  document,
  styles: stylesXml,
  numbering: numberingXml,
}: DocumentParts): PreparedDocument {
  const styles = readStyles(stylesXml);
  const numbers = readNumbering(numberingXml, styles);
  const edits: Edit[] = [...formulasAsWords(document), ...raisedByStyle(document, styles)];
  for (const paragraph of paragraphsIn(document)) {
    const { styleId, outlineLevel, place, isDeleted, length } = paragraph;
    if (paragraph.isContents) {
      edits.push(styled(paragraph, CONTENTS_STYLE));
      continue;
    }
    const style = styles.get(styleId ?? '');
    const label = numbers.labelOf(place, style, styleId);
    // Word shows no number for a paragraph that was taken out; here it would be all that is left.
    if (label !== '' && length > 0 && !isDeleted) {
      const space = /[、，．。）】]$/.test(label) ? '' : ' ';
      const run = `<w:r><w:t xml:space="preserve">${escapeXml(label + space)}</w:t></w:r>`;
      edits.push({ start: paragraph.textStart, end: paragraph.textStart, text: run });
    }
    const isHeading = outlineLevel !== undefined && outlineLevel < 9 && length > 0 && length <= MAX_HEADING;
    if (isHeading && !(style && headingLevel(style)) && paragraph.properties) {
      edits.push(styled(paragraph, outlineStyle(Math.min(outlineLevel + 1, 6))));
    }
  }
  return { document: inKnownElements(edited(document, edits)), styleMap: styleMapOf(styles) };
}

/** Gives a paragraph a style. */
function styled({ styleTag, properties, textStart }: WordParagraph, style: string): Edit {
  const tag = `<w:pStyle w:val="${style}"/>`;
  if (styleTag) return { ...styleTag, text: tag };
  if (properties !== undefined) return { start: properties, end: properties, text: tag };
  return { start: textStart, end: textStart, text: `<w:pPr>${tag}</w:pPr>` };
}

/**
 * In elements that mammoth knows: hidden words, and those struck out twice, as words that are struck out; what stands
 * in a field, in a stretch with a direction of its own or below a ruby as in a smart tag, which shows nothing itself.
 */
export function inKnownElements(xml: string): string {
  return xml
    .replace(/<(\/?)w:(?:vanish|dstrike)(?=[\s/>])/g, '<$1w:strike')
    .replace(/<(\/?)w:(?:fldSimple|bdo|dir|ruby|rubyBase)(?=[\s/>])/g, '<$1w:smartTag');
}

interface WordParagraph {
  readonly styleId?: string;
  readonly outlineLevel?: number;
  readonly place: NumberingPlace;
  readonly isDeleted: boolean;
  /** Does a table of contents stand in it that Word has made? */
  readonly isContents: boolean;
  /** Of its text, in characters of XML. */
  readonly length: number;
  /** Where its properties begin, and where its style is named in them. */
  readonly properties?: number;
  readonly styleTag?: { readonly start: number; readonly end: number };
  /** Where its text begins. */
  readonly textStart: number;
}

type OpenParagraph = { -readonly [Key in keyof WordParagraph]: WordParagraph[Key] } & {
  isInProperties: boolean;
};

/** The paragraphs in the order in which they begin; one may stand in a box of another. */
function paragraphsIn(document: string): WordParagraph[] {
  const paragraphs: OpenParagraph[] = [];
  const open: OpenParagraph[] = [];
  let textStart = 0;
  let choices = 0;
  let isChange = false;
  const contents = new ContentsPlace(document);
  for (const tag of xmlTags(document)) {
    const paragraph = open.at(-1);
    // A box is there twice, for newer and older programs, and is read once.
    if (tag.name === 'mc:Choice' && tag.kind !== 'empty') choices += tag.kind === 'start' ? 1 : -1;
    if (choices > 0) continue;
    contents.pass(tag);
    // The properties as they were before a change that is tracked.
    if (tag.name === 'w:pPrChange') isChange = tag.kind === 'start';
    else if (isChange) continue;
    else if (tag.name === 'w:p' && tag.kind === 'start') {
      const begun = {
        place: {},
        isDeleted: false,
        isContents: false,
        length: 0,
        textStart: tag.end,
        isInProperties: false,
      };
      paragraphs.push(begun);
      open.push(begun);
    } else if (tag.name === 'w:p' && tag.kind === 'end') open.pop();
    else if (!paragraph) continue;
    else if (tag.name === 'w:t') {
      if (tag.kind === 'end') paragraph.length += tag.start - textStart;
      if (contents.isOpen) paragraph.isContents = true;
      textStart = tag.end;
    } else if (tag.name === 'w:pPr') {
      paragraph.isInProperties = tag.kind === 'start';
      if (tag.kind === 'start') paragraph.properties = tag.end;
      paragraph.textStart = tag.end;
    } else if (paragraph.isInProperties && tag.kind !== 'end') readProperty(paragraph, tag);
  }
  return paragraphs;
}

function readProperty(paragraph: OpenParagraph, tag: XmlTag): void {
  const value = attributeOf(tag, 'w:val') ?? '';
  switch (tag.name) {
    case 'w:pStyle':
      paragraph.styleId = value;
      paragraph.styleTag = { start: tag.start, end: tag.end };
      break;
    case 'w:outlineLvl':
      paragraph.outlineLevel = Number(value);
      break;
    case 'w:numId':
      paragraph.place = { ...paragraph.place, id: value };
      break;
    case 'w:ilvl':
      paragraph.place = { ...paragraph.place, level: Number(value) };
      break;
    case 'w:del':
      paragraph.isDeleted = true;
  }
}

function styleMapOf(styles: ReadonlyMap<string, WordStyle>): string[] {
  const ofStyles = [...styles.values()].flatMap((style): string[] => {
    const { name, kind, isHidden } = style;
    if (kind === 'other' || name === '') return [];
    const selector = `${kind === 'paragraph' ? 'p' : 'r'}[style-name='${name.replace(/[\\']/g, '\\$&')}']`;
    // Tables of contents, of figures and of authorities.
    if (/^(?:toc |table of |contents heading)/i.test(name)) return [`${selector} => !`];
    if (isHidden) return [`${selector} => ${kind === 'paragraph' ? '!' : 's'}`];
    const level = kind === 'paragraph' ? headingLevel(style) : undefined;
    return level === undefined ? [] : [`${selector} => h${level}:fresh`];
  });
  // Styles that are named and not described, as in files that programs write.
  const named = [
    'p.Title => h1.title:fresh',
    `p.${CONTENTS_STYLE} => !`,
    'p.TOC1 => !',
    'p.TOC2 => !',
    'p.TOC3 => !',
  ];
  const outline = [1, 2, 3, 4, 5, 6].map((level) => `p.${outlineStyle(level)} => h${level}:fresh`);
  return [...ofStyles, ...named, ...outline, ...LISTS];
}

/** Numbered lists have their numbers in their text. */
const LISTS = [1, 2, 3, 4, 5].map((depth) => {
  const above = 'ul|ol > li > '.repeat(depth - 1);
  return `p:ordered-list(${depth}) => ${above}ul > li:fresh`;
});
