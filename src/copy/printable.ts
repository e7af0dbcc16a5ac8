/** Characters that a terminal obeys or that turn the text around them: controls of C0 and C1, and bidirectional ones. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from a document, a page or a file's name as a terminal can show it: what a terminal would obey is shown as an
 * escape such as `\u001b`. In a string of JSON that is the same value. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(OBEYED, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** As {@link printable}, on one line, so that no text can pass for a line of its own. */
export function printableLine(text: string): string {
  return printable(text.replace(/\r\n?|[\n\u2028\u2029]/g, ' '));
}
