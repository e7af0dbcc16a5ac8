/** A word of a Chinese text that the dictionary has, and how it is said in English, likeliest first. */
export interface DictionaryWord {
  /** UTF-16 units. */
  readonly length: number;
  readonly english: readonly string[];
}

/** Chinese words with their English, looked up in place: a file of a few megabytes that is never parsed as a whole. */
export interface Dictionary {
  /** Every word that begins at an offset of a text of simplified characters, shortest first. */
  wordsAt(simplified: string, offset: number): DictionaryWord[];
}

/** Looked for; the words of {@link readCedict} are no longer. */
const longestWord = 8;

const encoder = new TextEncoder();

/**
 * The words in the form that {@link openDictionary} searches: a count, the start of each line, and the lines
 * `word TAB english;english`, sorted. All numbers are 32-bit, little-endian. Words are of characters below U+10000,
 * whose order in UTF-16 is that of their bytes in UTF-8.
 */
export function packDictionary(words: ReadonlyMap<string, readonly string[]>): Uint8Array {
  const lines = [...words.keys()].sort().map((word) => `${word}\t${words.get(word)?.join(';')}`);
  const header = Buffer.alloc(4 * (lines.length + 2));
  header.writeUInt32LE(lines.length, 0);
  let end = header.length;
  [...lines, ''].forEach((line, i) => {
    header.writeUInt32LE(end, 4 * (i + 1));
    end += Buffer.byteLength(line);
  });
  return Buffer.concat([header, Buffer.from(lines.join(''))]);
}

/** Makes packed words searchable. Throws a RangeError where the bytes are not what {@link packDictionary} made. */
export function openDictionary(packed: Uint8Array): Dictionary {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = bytes.readUInt32LE(0);
  const startOf = (line: number) => bytes.readUInt32LE(4 * (line + 1));
  if (startOf(count) !== bytes.length) throw new RangeError('not a packed dictionary, or cut short');

  /** The first line from `from` on that does not sort before `key`. */
  function lowerBound(key: Uint8Array, from: number): number {
    let low = from;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = startOf(middle);
      // A line that begins with the key compares as equal or greater: it has a tab or more characters behind it.
      const end = Math.min(start + key.length, startOf(middle + 1));
      if (bytes.compare(key, 0, key.length, start, end) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function lineAt(line: number): string {
    return line < count ? bytes.toString('utf8', startOf(line), startOf(line + 1)) : '';
  }

  return Object.freeze({
    wordsAt(simplified: string, offset: number): DictionaryWord[] {
      const found: DictionaryWord[] = [];
      let from = 0;
      for (let end = offset + 1; end <= Math.min(offset + longestWord, simplified.length); end++) {
        const word = simplified.slice(offset, end);
        from = lowerBound(encoder.encode(word), from);
        const line = lineAt(from);
        if (!line.startsWith(word)) break;
        if (line[word.length] !== '\t') continue;
        found.push({ length: word.length, english: line.slice(word.length + 1).split(';') });
      }
      return found;
    },
  });
}
