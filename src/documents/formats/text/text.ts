import { readerOfText } from '../decode.js';
import { isMail } from '../mail/mail-header.js';
import type { Reader } from '../reader.js';
import { readPlainText } from './plain-text.js';
import { isSubtitles, readSubtitles } from './subtitles.js';

/**
 * Reads what comes as text: plain text, and what only looks so, a message or subtitles, by what it begins with. Only of
 * plain text the canonical text is the file itself.
 */
export const readText: Reader = async (file) => {
  const start = new TextDecoder().decode(file.bytes.subarray(0, START_BYTES));
  if (!isMail(start)) return readSpokenOrPlain(file);
  // What decodes mail is large, and few texts are messages.
  const { readMail } = await import('../mail/mail.js');
  return readMail(file);
};

/** Headers of mail with all the ways that it went are long. */
const START_BYTES = 20_000;

const readSpokenOrPlain = readerOfText((text) =>
  isSubtitles(text) ? readSubtitles(text) : readPlainText(text),
);
