// Characters that show nothing by themselves: what they stand in does not look like what it is.

/**
 * Controls but for white space; characters without width; and what turns the order of the text around it (embeddings,
 * overrides and isolates). Joiners are none of them: Persian and Hindi words and emoji need these.
 */
const UNSEEN =
  /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** In a name, also hyphens and marks of direction that show nothing, and joiners beside what they cannot join. */
const UNSEEN_IN_NAME =
  /[\u00ad\u061c\u200e\u200f]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu;

/** How many there are in a text, and where the first one stands. */
export function unseenIn(text: string): { readonly count: number; readonly first: number } {
  let [count, first] = [0, -1];
  for (const { index } of text.matchAll(UNSEEN)) {
    if (count === 0) first = index;
    count++;
  }
  return { count, first };
}

/** A name in one line, without them. */
export function withoutUnseen(name: string): string {
  return name
    .replace(/[\t-\r\x85\u2028\u2029]/g, ' ')
    .replace(UNSEEN, '')
    .replace(UNSEEN_IN_NAME, '')
    .trim();
}
