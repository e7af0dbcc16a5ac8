import { strToU8 } from 'fflate';
import { readDocument } from '../../src/documents/read.js';
import { docxFile } from './document-files.js';

// Word documents by the XML of their bodies.

export const OFFICE = 'http://schemas.openxmlformats.org';
export const WORD = `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`;
export const PROSE = 'The club of the harbour has a hall, a pier and a crane, which its members use in turn.';

/** The document of a body, with other parts of the file by their names. */
export async function documentOf(body: string, parts: Readonly<Record<string, string>> = {}) {
  const others = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  const { document, problems } = await readDocument({ path: 'memo-v7.docx', bytes: docxFile(body, others) });
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const lines = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
export const bold = (text: string) => lines(run(text, '<w:b/>'));
export const value = (name: string, text: string | number) => `<w:${name} w:val="${text}"/>`;
