/** What to write in place of a part of an XML file; offsets are of the file as it was. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file with all edits, which do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text: words } of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(position, start), words);
    position = end;
  }
  return pieces.join('') + text.slice(position);
}
