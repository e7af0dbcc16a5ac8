import { problemsWithin, refusalOf, remarksOn, tooLarge } from './bounds.js';
import { type Document, withRemarks } from './document.js';
import { messageOf } from './errors.js';
import { describeFormat, documentId, formatOf } from './formats/formats.js';
import { documentOfOutline, type InputFile, type OutlineResult } from './formats/reader.js';
import type { Problem, ProblemKind, ReadResult } from './problem.js';

/**
 * Reads one file. It never rejects: a file that cannot be read gives no document and at least one problem, and a
 * document may come with problems that do not leave it out. It may take long and much memory on hostile input;
 * `createParser` puts bounds on both.
 */
export async function readDocument(file: InputFile): Promise<ReadResult<Document>> {
  const chosen = formatOf(file);
  if ('problem' in chosen) return failure(file, chosen.problem);
  const { maxBytes: most, load } = describeFormat(chosen.format);
  const bytes = file.bytes.byteLength;
  if (bytes > most) return failure(file, { kind: 'too-large', bytes, most });
  try {
    const read = await load();
    return resultOf(file, await read(file));
  } catch (error) {
    return failure(file, crashKind(error));
  }
}

/** Loads the reader of a file's format. */
export async function loadFormat(file: InputFile): Promise<void> {
  const chosen = formatOf(file);
  if ('format' in chosen) await describeFormat(chosen.format).load();
}

/** What a reader found, as a document with sentences, if it is within bounds. */
export function resultOf(file: InputFile, { outline, problems }: OutlineResult): ReadResult<Document> {
  if (!outline) return { problems: problemsWithin(problems) };
  const refuse = (problem: Problem) => ({ problems: problemsWithin([problem, ...problems]) });
  const refusal = refusalOf(file, outline);
  if (refusal) return refuse(refusal);
  const document = documentOfOutline(documentId(file.path), outline);
  if (document.paragraphs.length === 0) return refuse({ file: file.path, kind: 'empty' });
  const excess = tooLarge(file, document);
  if (excess) return refuse(excess);
  const told = problemsWithin([...remarksOn(file, outline, document), ...problems]);
  return { document: withRemarks(document, told), problems: told };
}

function crashKind(error: unknown): ProblemKind {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return { kind: 'too-deep' };
  return { kind: 'unreadable', detail: messageOf(error) };
}

function failure({ path }: InputFile, kind: ProblemKind): ReadResult<Document> {
  return { problems: problemsWithin([{ file: path, ...kind }]) };
}
