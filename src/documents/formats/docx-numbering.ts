import type { NumberingPlace, WordStyle } from './docx-styles.js';
import { type NumeralStyle, numeral } from './numerals.js';
import { attributeOf, isOn, type XmlTag, xmlTags } from './xml-tags.js';

/** Gives the numbers of the paragraphs of a document, which have to be asked for in their order. */
export interface NumberedParagraphs {
  /** What Word shows before a paragraph, such as `3.`, `（二）` or `2.1`; `''` where it shows no number. */
  labelOf(place: NumberingPlace, style: WordStyle | undefined, styleId: string | undefined): string;
}

interface Level {
  start: number;
  format: string;
  /** `%1.%2`, where `%1` is the number of the highest level. */
  text: string;
  /** Are the numbers of all levels in figures here? */
  isLegal: boolean;
  /** The style whose paragraphs stand at this level. */
  style?: string;
}

interface Numbering {
  readonly levels: Map<number, Level>;
  /** The style that has the levels. */
  link?: string;
}

interface Instance {
  readonly of: string;
  /** Levels that begin anew where this instance is first used. */
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Word has nine. */
const LEVELS = 9;

/** Reads `word/numbering.xml` (ECMA-376, part 1, section 17.9). */
export function readNumbering(xml: string, styles: ReadonlyMap<string, WordStyle>): NumberedParagraphs {
  const { numberings, instances } = readDefinitions(xml);
  /** By numbering: the last number at each level. */
  const counters = new Map<string, number[]>();
  const begun = new Set<Instance>();

  const find = (
    id: string | undefined,
    isLinked = false,
  ): { instance: Instance; numbering: Numbering } | undefined => {
    const instance = instances.get(id ?? '');
    const numbering = numberings.get(instance?.of ?? '');
    if (!instance || !numbering) return undefined;
    // Its levels may be those of a style.
    if (numbering.link === undefined || isLinked) return { instance, numbering };
    return find(styles.get(numbering.link)?.numbering?.id, true);
  };

  return {
    labelOf(place, style, styleId) {
      const { instance, numbering } = find(place.id ?? style?.numbering?.id) ?? {};
      if (!instance || !numbering) return '';
      const levelAt = (at: number) => instance.levels.get(at) ?? numbering.levels.get(at);
      const ofStyle = [...numbering.levels].find(([, { style: id }]) => id !== undefined && id === styleId);
      const depth = place.level ?? ofStyle?.[0] ?? style?.numbering?.level ?? 0;
      const level = levelAt(depth);
      if (!level || !(depth < LEVELS)) return '';
      const numbers = counters.get(instance.of) ?? [];
      counters.set(instance.of, numbers);
      if (!begun.has(instance)) for (const [at, start] of instance.starts) numbers[at] = start - 1;
      begun.add(instance);
      numbers[depth] = (numbers[depth] ?? level.start - 1) + 1;
      numbers.length = depth + 1;
      if (level.format === 'bullet') return '';
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const { start = 1, format = 'decimal' } = levelAt(at) ?? {};
        return shown(numbers[at] ?? start, level.isLegal ? 'decimal' : format);
      });
    },
  };
}

function readDefinitions(xml: string) {
  const numberings = new Map<string, Numbering>();
  const instances = new Map<string, Instance>();
  let open: { levels: Map<number, Level>; link?: string } = { levels: new Map() };
  let starts = new Map<number, number>();
  let level: Level | undefined;
  let id = '';
  let at = 0;
  for (const tag of xmlTags(xml)) {
    if (tag.kind === 'end') continue;
    const value = attributeOf(tag, 'w:val') ?? '';
    if (tag.name === 'w:abstractNum') {
      open = { levels: new Map() };
      numberings.set(attributeOf(tag, 'w:abstractNumId') ?? '', open);
    } else if (tag.name === 'w:num') id = attributeOf(tag, 'w:numId') ?? '';
    else if (tag.name === 'w:abstractNumId') {
      starts = new Map();
      open = { levels: new Map() };
      instances.set(id, { of: value, starts, levels: open.levels });
    } else if (tag.name === 'w:numStyleLink') open.link = value;
    else if (tag.name === 'w:lvlOverride') at = levelIn(tag);
    else if (tag.name === 'w:startOverride') starts.set(at, Number.parseInt(value, 10) || 0);
    else if (tag.name === 'w:lvl') {
      level = { start: 1, format: 'decimal', text: '', isLegal: false };
      open.levels.set(levelIn(tag), level);
    } else if (level) readLevel(level, tag, value);
  }
  return { numberings, instances };
}

function levelIn(tag: XmlTag): number {
  const level = Number.parseInt(attributeOf(tag, 'w:ilvl') ?? '0', 10);
  return level < LEVELS ? level : 0;
}

function readLevel(level: Level, tag: XmlTag, value: string): void {
  if (tag.name === 'w:start') level.start = Number.parseInt(value, 10) || 0;
  else if (tag.name === 'w:numFmt') level.format = value;
  else if (tag.name === 'w:lvlText') level.text = value;
  else if (tag.name === 'w:isLgl') level.isLegal = isOn(tag);
  else if (tag.name === 'w:pStyle') level.style = value;
}

const FORMATS: ReadonlyMap<string, NumeralStyle> = new Map([
  ['lowerLetter', 'letter'],
  ['upperLetter', 'Letter'],
  ['lowerRoman', 'roman'],
  ['upperRoman', 'Roman'],
  ['chineseCounting', 'chinese'],
  ['chineseCountingThousand', 'chinese'],
  ['taiwaneseCounting', 'chinese'],
  ['taiwaneseCountingThousand', 'chinese'],
  ['japaneseCounting', 'chinese'],
  ['ideographDigital', 'chinese'],
  ['japaneseDigitalTenThousand', 'chinese'],
  ['ideographTraditional', 'stem'],
  ['decimalEnclosedCircle', 'circled'],
  ['decimalEnclosedCircleChinese', 'circled'],
]);

function shown(number: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  return numeral(number, FORMATS.get(format) ?? 'decimal');
}
