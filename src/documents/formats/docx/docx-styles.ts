import { attributeOf, isOn, type XmlTag, xmlTags } from './xml-tags.js';

/** What a style of Word says that is about the text, with what it takes over from the style that it is based on. */
export interface WordStyle {
  readonly name: string;
  readonly kind: 'paragraph' | 'character' | 'other';
  /** 0 is that of the main headings; 9 is ordinary text. */
  readonly outlineLevel?: number;
  /** Not to be seen, or struck out. */
  readonly isHidden?: boolean;
  /** How it raises or lowers words. */
  readonly align?: 'superscript' | 'subscript';
  readonly numbering?: NumberingPlace;
}

/** In which numbering a paragraph stands, and at which level of it; each may be left to the other. */
export interface NumberingPlace {
  readonly id?: string;
  readonly level?: number;
}

/** How far down styles are based on one another. */
const MAX_DEPTH = 20;

/** The styles of `word/styles.xml` by their ids. */
export function readStyles(xml: string): ReadonlyMap<string, WordStyle> {
  const written = new Map<string, OpenStyle>();
  let style: OpenStyle | undefined;
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'w:style') {
      style = tag.kind === 'start' ? begin(tag) : undefined;
      if (style) written.set(attributeOf(tag, 'w:styleId') ?? '', style);
    } else if (style && tag.kind !== 'end') readProperty(style, tag);
  }
  return new Map([...written.keys()].map((id) => [id, resolved(written, id, 0)]));
}

interface OpenStyle {
  name: string;
  readonly kind: WordStyle['kind'];
  basedOn?: string;
  outlineLevel?: number;
  isHidden?: boolean;
  align?: 'superscript' | 'subscript';
  numbering?: { id?: string; level?: number };
}

function begin(tag: XmlTag): OpenStyle {
  const kind = attributeOf(tag, 'w:type');
  return { name: '', kind: kind === 'paragraph' || kind === 'character' ? kind : 'other' };
}

function readProperty(style: OpenStyle, tag: XmlTag): void {
  const value = attributeOf(tag, 'w:val');
  switch (tag.name) {
    case 'w:name':
      style.name = value ?? '';
      break;
    case 'w:basedOn':
      if (value !== undefined) style.basedOn = value;
      break;
    case 'w:outlineLvl':
      style.outlineLevel = Number(value);
      break;
    case 'w:numId':
      style.numbering = { ...style.numbering, ...(value !== undefined && { id: value }) };
      break;
    case 'w:ilvl':
      style.numbering = { ...style.numbering, level: Number(value) };
      break;
    case 'w:vanish':
    case 'w:strike':
    case 'w:dstrike':
      style.isHidden = isOn(tag);
      break;
    case 'w:vertAlign':
      if (value === 'superscript' || value === 'subscript') style.align = value;
  }
}

function resolved(written: ReadonlyMap<string, OpenStyle>, id: string, depth: number): WordStyle {
  const { basedOn, ...own } = written.get(id) ?? { name: '', kind: 'other' as const };
  if (basedOn === undefined || depth > MAX_DEPTH) return own;
  const { name, ...base } = resolved(written, basedOn, depth + 1);
  const level = headingLevel({ name, ...base });
  return { ...base, ...(level !== undefined && { outlineLevel: level - 1 }), ...own };
}

/** The level of the heading that a style makes of a paragraph, from 1; `undefined` for text. */
export function headingLevel({
  name,
  outlineLevel,
}: Pick<WordStyle, 'name' | 'outlineLevel'>): number | undefined {
  const named = /^heading (\d)$/i.exec(name)?.[1];
  if (named !== undefined) return Math.min(Number(named), 6);
  return outlineLevel !== undefined && outlineLevel < 9 ? Math.min(outlineLevel + 1, 6) : undefined;
}
