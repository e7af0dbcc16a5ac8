import { isContentsLine, isContentsTitle } from '../contents-lines.js';
import { elementsIn, type HtmlDocument, nameOf } from '../html/dom.js';
import { attributeOf, type XmlTag } from './xml-tags.js';

/** Tells, tag by tag, where a table of contents stands that Word has made: in a part of its gallery, or a field. */
export class ContentsPlace {
  readonly #xml: string;
  /** Of each part and each field that is open: is it a table of contents? */
  readonly #parts: boolean[] = [];
  readonly #fields: boolean[] = [];
  #instruction = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  get isOpen(): boolean {
    return this.#parts.includes(true) || this.#fields.includes(true);
  }

  /** Goes on by one tag. */
  pass(tag: XmlTag): void {
    const value = attributeOf(tag, 'w:val');
    if (tag.name === 'w:sdt') {
      if (tag.kind === 'start') this.#parts.push(false);
      else this.#parts.pop();
    } else if (tag.name === 'w:docPartGallery' && /^table of (?:contents|figures)/i.test(value ?? '')) {
      if (this.#parts.length > 0) this.#parts[this.#parts.length - 1] = true;
    } else if (tag.name === 'w:fldChar' && tag.kind !== 'end') {
      const type = attributeOf(tag, 'w:fldCharType');
      if (type === 'begin') this.#fields.push(false);
      else if (type === 'end') this.#fields.pop();
    } else if (tag.name === 'w:fldSimple' && tag.kind !== 'empty') {
      if (tag.kind === 'start') this.#fields.push(isOfContents(attributeOf(tag, 'w:instr') ?? ''));
      else this.#fields.pop();
    } else if (tag.name === 'w:instrText') {
      if (tag.kind === 'start') this.#instruction = tag.end;
      else if (isOfContents(this.#xml.slice(this.#instruction, tag.start)) && this.#fields.length > 0)
        this.#fields[this.#fields.length - 1] = true;
    }
  }
}

/** Does the instruction of a field make a table of contents? */
function isOfContents(instruction: string): boolean {
  return /^\s?TOC\b/.test(instruction);
}

/** Ends in a tab and the number of a page. */
const ENTRY = /\t\s{0,9}(?:\d{1,4}|[ivxl]{1,7})$/i;

/** Takes out the paragraphs of a table of contents that somebody has typed: below its title, or with rows of dots. */
export function removeTypedContents(page: HtmlDocument): void {
  let isBelowTitle = false;
  for (const part of elementsIn(page.body)) {
    const text = part.textContent?.trim() ?? '';
    if (isContentsTitle(text)) isBelowTitle = true;
    else if (nameOf(part) !== 'p') isBelowTitle = false;
    else if (isTypedEntry(text, isBelowTitle)) part.remove();
    else isBelowTitle = false;
  }
}

/** A row of dots without a number is a place to write something. */
function isTypedEntry(text: string, isBelowTitle: boolean): boolean {
  return (isContentsLine(text) && /(?:\d|[ivxl])$/i.test(text)) || (isBelowTitle && ENTRY.test(text));
}
