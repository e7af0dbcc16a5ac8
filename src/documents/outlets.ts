import type { Document, Source } from './document.js';

/** Who published what a document rests on. */
export interface Outlet {
  readonly name: string;
  /** Sentences of the document that rest on it. */
  readonly sentences: number;
  /** What of it, most used first. */
  readonly sources: readonly Source[];
}

/** The outlets that the sentences of a document name as their sources, most named first; those without a name last. */
export function outletsOf({ paragraphs, references }: Document): Outlet[] {
  const names = references.map(outletName);
  const uses = new Array<number>(references.length).fill(0);
  const sentencesOf = new Map<string, number>();
  for (const sentence of paragraphs.flatMap((paragraph) => paragraph.sentences)) {
    for (const position of sentence.references) uses[position] = (uses[position] ?? 0) + 1;
    const named = new Set(sentence.references.flatMap((position) => names[position] ?? []));
    for (const name of named) sentencesOf.set(name, (sentencesOf.get(name) ?? 0) + 1);
  }
  const sourcesOf = new Map<string, number[]>();
  for (const [position, name] of names.entries()) {
    const some = sourcesOf.get(name);
    if (some) some.push(position);
    else sourcesOf.set(name, [position]);
  }
  return [...sentencesOf]
    .map(([name, sentences]) => ({
      name,
      sentences,
      sources: (sourcesOf.get(name) ?? [])
        .filter((position) => (uses[position] ?? 0) > 0)
        .sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0))
        .flatMap((position) => references[position] ?? []),
    }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || b.sentences - a.sentences);
}

/** The publisher, or else who wrote it, what it is called, or where it stands. */
function outletName({ publisher, author, title, url }: Source): string {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return publisher ?? author ?? title ?? host;
}
