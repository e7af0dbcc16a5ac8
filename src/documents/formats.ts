// Apart from the readers, so that a start that finds everything in the cache loads none of them.

const FORMATS = { '.md': 'markdown', '.markdown': 'markdown', '.txt': 'text' } as const;

export type Format = (typeof FORMATS)[keyof typeof FORMATS];

/** The largest file that is read, in bytes: a book of 300,000 words. */
export const MOST_BYTES = 2_000_000;

/** The format that the extension of a path names, or `undefined` where there is no reader for it. */
export function formatOf(path: string): Format | undefined {
  return FORMATS[extensionOf(path) as keyof typeof FORMATS];
}

/** The id of the document in a file: its path without extension, in NFC. */
export function documentId(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length).normalize('NFC');
}

/** With its dot, in lower case; `''` where there is none. */
export function extensionOf(path: string): string {
  return /[^/](\.[^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
