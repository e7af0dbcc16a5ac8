import type { Document, Paragraph, Sentence } from '../documents/document.js';
import { listOf } from '../documents/lists.js';
import { withoutHalfCharacter } from '../documents/names.js';
import type { Opening, Preview } from './preview.js';

// What a moderator sees of a document that is added, before anybody is answered from it.

/** Sections that a preview keeps. */
const MAX_SECTIONS = 60;
/** Of the first sentences of a section, and of a line, in UTF-16 code units. */
const MAX_LENGTH = 300;
/** Rows of a table, or items of a list. */
const MAX_ROWS = 4;
/** Tables of a section. */
const MAX_TABLES = 3;

/** The first sentences of each section, and its tables, as they would be quoted. */
export function openingsOf(documents: readonly Document[]): Pick<Preview, 'openings' | 'moreOpenings'> {
  const sections = documents.flatMap((document) =>
    sectionsOf(document).map((paragraphs) => ({ document, paragraphs })),
  );
  return {
    openings: sections
      .slice(0, MAX_SECTIONS)
      .map((section) => openingOf(section.document, section.paragraphs)),
    moreOpenings: Math.max(0, sections.length - MAX_SECTIONS),
  };
}

/** Neighbouring paragraphs under the same headings; each section has at least one. */
function sectionsOf({ paragraphs }: Document): Paragraph[][] {
  const sections: Paragraph[][] = [];
  let open = '';
  for (const paragraph of paragraphs) {
    const headings = JSON.stringify(paragraph.headings);
    if (headings === open) sections.at(-1)?.push(paragraph);
    else sections.push([paragraph]);
    open = headings;
  }
  return sections;
}

function openingOf(document: Document, paragraphs: readonly Paragraph[]): Opening {
  const [first, ...others] = paragraphs;
  const headings = first?.headings ?? [];
  const tables = others
    .map((paragraph) => rowsOf(document, paragraph, true))
    .filter((rows) => rows.length > 0)
    .slice(0, MAX_TABLES);
  return {
    heading: shortened(headings.at(-1) ?? ''),
    depth: Math.max(0, headings.length - 1),
    lines: [...(first ? beginningOf(document, first) : []), ...tables.flat()],
  };
}

function beginningOf(document: Document, paragraph: Paragraph): string[] {
  const rows = rowsOf(document, paragraph, false);
  return rows.length > 0 ? rows : [firstSentences(document, paragraph)];
}

/** The header and the first rows of a table, or the first items of a list; nothing of prose. */
function rowsOf(document: Document, paragraph: Paragraph, isTable: boolean): string[] {
  const list = listOf(document, paragraph);
  if (!list || (isTable && list.kind !== 'table')) return [];
  const lines = [...(list.header ? [[list.header]] : []), ...list.items];
  return lines.slice(0, MAX_ROWS).map((sentences) => shortened(wordsOf(document, sentences)));
}

/** As many whole sentences as there is room for, and of a long first one its beginning. */
function firstSentences(document: Document, { start, sentences }: Paragraph): string {
  const next = sentences.findIndex(({ end }) => end - start > MAX_LENGTH);
  const shown = next === -1 ? sentences : sentences.slice(0, Math.max(1, next));
  return shortened(wordsOf(document, shown));
}

function wordsOf({ text }: Document, sentences: readonly Sentence[]): string {
  return text.slice(sentences[0]?.start, sentences.at(-1)?.end);
}

function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${withoutHalfCharacter(text.slice(0, MAX_LENGTH))}…` : text;
}
