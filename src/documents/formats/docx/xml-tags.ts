import { withoutReferences } from '../character-references.js';

/** A tag of an XML file: `<name …>`, `</name>` or `<name …/>`. */
export interface XmlTag {
  /** With its prefix. */
  readonly name: string;
  readonly kind: 'start' | 'end' | 'empty';
  /** Of the tag itself, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** As they are written, with their names. */
  readonly attributes: string;
}

/**
 * The tags of an XML file in order, as programs write it: no `<` or `>` stands in an attribute, and no comment has tags
 * in it.
 */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (const match of xml.matchAll(/<(\/?)([\p{L}_][\p{L}\p{N}_:.-]{0,100})([^<>]*)>/gu)) {
    const [whole, slash, name = '', rest = ''] = match;
    const kind = slash ? 'end' : rest.endsWith('/') ? 'empty' : 'start';
    yield { name, kind, start: match.index, end: match.index + whole.length, attributes: rest };
  }
}

/** The value of an attribute, without what stands for characters in XML. */
export function attributeOf({ attributes }: XmlTag, name: string): string | undefined {
  const start = attributes.indexOf(`${name}="`);
  if (start === -1) return undefined;
  const from = start + name.length + 2;
  const end = attributes.indexOf('"', from);
  return end === -1 ? undefined : withoutReferences(attributes.slice(from, end));
}

/** Is an element that switches something on there, and not switched off again? `<w:vanish w:val="0"/>` is off. */
export function isOn(tag: XmlTag): boolean {
  return !/^(?:0|false|off)$/.test(attributeOf(tag, 'w:val') ?? '');
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
