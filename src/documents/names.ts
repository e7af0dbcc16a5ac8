import { withoutUnseen } from './unseen.js';

// What is said of a text beside the text: its title and headings, who wrote it, where it stands. It may be said anew,
// where the text may not; so here what is too long is cut, and what is not seen is left out.

/** In UTF-16 units: twice as long as the longest that people write. */
export const MAX_NAME = 300;

/** In UTF-16 units. Longer ones break in browsers and servers; a Chinese title in one takes nine units a character. */
export const MAX_ADDRESS = 2_000;

/** Marks that may stand on one letter: no language has more (Unicode Standard Annex 15, "Stream-Safe Text Format"). */
export const MAX_MARKS = 30;

const TOO_MANY_MARKS = new RegExp(String.raw`(?<=\p{M}{${MAX_MARKS}})\p{M}`, 'gu');

/**
 * A name as it may be shown and searched: in one line, at most {@link MAX_NAME} long. `''` where nothing is left of
 * it.
 */
export function nameWithin(name: string): string {
  // Four times as much as is kept is enough to clean, and bounds the work.
  const clean = withoutUnseen(name.slice(0, 4 * MAX_NAME)).replace(TOO_MANY_MARKS, '');
  if (clean.length <= MAX_NAME) return clean;
  return `${withoutHalfCharacter(clean.slice(0, MAX_NAME - 1)).trimEnd()}…`;
}

/** Names that are left when each is within bounds. */
export function namesWithin(names: readonly string[]): string[] {
  return names.map(nameWithin).filter((name) => name !== '');
}

/** The address, or nothing where it is too long: cut, it would lead elsewhere. */
export function addressWithin(address: string): string | undefined {
  return address.length <= MAX_ADDRESS ? address : undefined;
}

/** Without the first half of a character of two units at the end. */
export function withoutHalfCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
