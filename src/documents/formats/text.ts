import { readerOfText } from './decode.js';
import { isMail, readMail } from './mail.js';
import { readPlainText } from './plain-text.js';
import type { Reader } from './reader.js';
import { isSubtitles, readSubtitles } from './subtitles.js';

/**
 * Reads what comes as text: plain text, and what only looks so, a message or subtitles, by what it begins with. Only of
 * plain text the canonical text is the file itself.
 */
export const readText: Reader = (file) => {
  const start = new TextDecoder().decode(file.bytes.subarray(0, START_BYTES));
  return isMail(start) ? readMail(file) : readSpokenOrPlain(file);
};

/** Headers of mail with all the ways that it went are long. */
const START_BYTES = 20_000;

const readSpokenOrPlain = readerOfText((text) =>
  isSubtitles(text) ? readSubtitles(text) : readPlainText(text),
);
