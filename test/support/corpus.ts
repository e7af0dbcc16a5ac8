import type { Document } from '../../src/documents/document.js';
import { emptyGlossary, type Glossary } from '../../src/documents/glossary.js';
import { splitSentences } from '../../src/documents/sentences.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { documentOf } from './documents-reading.js';

/** A document of the given paragraphs, without headings; its id is its title in lower case. */
export function documentOfParagraphs(title: string, paragraphs: readonly string[]): Document {
  let start = 0;
  return {
    id: title.toLowerCase().replaceAll(/\W+/g, '-'),
    title,
    text: paragraphs.join('\n\n'),
    references: [],
    tags: [],
    paragraphs: paragraphs.map((text, i) => {
      const offset = start;
      start += text.length + 2;
      const sentences = splitSentences(text).map((span) => ({
        start: offset + span.start,
        end: offset + span.end,
        references: [],
      }));
      return { number: i + 1, headings: [], start: offset, end: offset + text.length, sentences };
    }),
  };
}

/** A snapshot of one untitled document, whose paragraphs are its passages in order. */
export function snapshotOfParagraphs(
  paragraphs: readonly string[],
  glossary: Glossary = emptyGlossary,
): Promise<Snapshot> {
  return buildSnapshot({ shared: 1 }, [documentOfParagraphs('', paragraphs)], glossary);
}

/** A snapshot of files by their paths. */
export function snapshotOfFiles(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const documents = Object.entries(files).map(([path, text]) => {
    const document = documentOf(path, text);
    return { ...document, id: path };
  });
  return buildSnapshot({ shared: 1 }, documents, emptyGlossary);
}
