import { readDocument } from '../../src/documents/read.js';
import { pdfFile, type TextAt } from './document-files.js';
import { sentences } from './documents-reading.js';

/** The document of a PDF of these pages, which must give one, and what is remarked on it. */
export async function readPages(pages: readonly (readonly TextAt[])[], info = '') {
  const { document, problems } = await readDocument({ path: 'report.pdf', bytes: pdfFile(pages, { info }) });
  if (!document) throw new Error(`No document: ${JSON.stringify(problems)}`);
  return { document, problems };
}

/** All sentences of a PDF of these pages. */
export async function sentencesOf(...pages: (readonly TextAt[])[]): Promise<string[]> {
  return sentences((await readPages(pages)).document).flat();
}

/** A title over the page, so that no line of the text is taken for one. */
export const TITLE: TextAt = { text: 'The River Compact', y: 745, size: 20 };
