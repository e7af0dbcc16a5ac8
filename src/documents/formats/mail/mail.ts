import PostalMime, { type Email } from 'postal-mime';
import { dateOf } from '../../dates/written-dates.js';
import type { Source } from '../../document.js';
import type { Problem } from '../../problem.js';
import { decode } from '../decode.js';
import { parseHtml } from '../html/dom.js';
import { htmlBlocks } from '../html/html-blocks.js';
import { layOut } from '../layout.js';
import type { InputFile, Outline, OutlineResult } from '../reader.js';
import { readPlainText } from '../text/plain-text.js';
import { FIELD, FIELD_NAMES, headerLines } from './mail-header.js';

/**
 * Reads a message: a file of mail (RFC 5322 with MIME), or one that was copied with its header. The canonical text is
 * what its author wrote: without the header, whose subject is the title, and without a signature and the lines that
 * are quoted from other messages.
 */
export async function readMail({ path, bytes }: InputFile): Promise<OutlineResult> {
  const mail = await PostalMime.parse(messageIn(bytes));
  const subject = mail.subject
    ?.replace(/^(?:(?:re|fwd?|aw|wg|回复|答复|转发)\s{0,2}[:：]\s{0,2}){1,10}/i, '')
    .trim();
  const { outline, quoted } = bodyOf(mail, subject || undefined);
  const problems: Problem[] = quoted > 0 ? [{ file: path, kind: 'quoted-left-out', lines: quoted }] : [];
  const source = sourceOf(mail);
  return { outline: { ...outline, ...(source && { source }) }, problems };
}

/** What was copied from a program has other names of fields, and no encoding. */
function messageIn(bytes: Uint8Array): Uint8Array | string {
  const decoded = decode(bytes);
  if ('problem' in decoded) return bytes;
  const header = headerLines(decoded.text);
  if (header.some((line) => /^(?:mime-version|content-type):/i.test(line))) return bytes;
  const body = decoded.text.slice(decoded.text.search(/\r?\n[ \t]*\r?\n/));
  const fields = header.map((line) => {
    const [, name = '', value = ''] = FIELD.exec(line) ?? [];
    return name === '' ? line : `${FIELD_NAMES.get(name.toLowerCase()) ?? name}: ${value}`;
  });
  return ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', ...fields].join('\r\n') + body;
}

function bodyOf(mail: Email, title: string | undefined): { outline: Outline; quoted: number } {
  if (!mail.text && mail.html)
    return { outline: layOut(htmlBlocks(parseHtml(mail.html).body), title), quoted: 0 };
  const { text, quoted } = ownText(mail.text ?? '');
  const { outline } = readPlainText(text.trimEnd(), title);
  return { outline: outline ?? { text, paragraphs: [] }, quoted };
}

const QUOTED = /^(?:>|\|\s?>)/;

/** `On Monday, Gao Lei wrote:`, right above what is quoted. */
const ATTRIBUTION = /(?:wrote|写道|schrieb.{0,80}|a écrit|escribió) ?[:：]$/;

/** Where the program puts the message that is answered below the answer. */
const ORIGINAL =
  /^(?:-{2,10} ?(?:Original Message|Forwarded message|原始邮件|原邮件|转发的邮件|Ursprüngliche Nachricht) ?-{2,10}|_{20,80})$/i;

/** Without what is quoted and the signature; all of it where nothing else is in it. */
function ownText(text: string): { text: string; quoted: number } {
  const lines = text.split(/\r\n|\n|\r/);
  const original = lines.findIndex((line) => ORIGINAL.test(line.trim()));
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const end = Math.min(...[original, signature, lines.length].filter((line) => line >= 0));
  const kept = lines
    .slice(0, end)
    .filter((line, position, all) => !isQuoted(line, all[position + 1], all[position + 2]));
  if (!kept.some((line) => line.trim() !== '')) {
    return { text: lines.map((line) => line.replace(/^(?:>[ ]?){1,10}/, '')).join('\n'), quoted: 0 };
  }
  const quoted = lines.slice(0, end).filter((line) => QUOTED.test(line)).length;
  return { text: kept.join('\n'), quoted: quoted + (original >= 0 ? lines.length - original - 1 : 0) };
}

function isQuoted(line: string, next = '', afterNext = ''): boolean {
  const isAbove = QUOTED.test(next) || (next.trim() === '' && QUOTED.test(afterNext));
  return QUOTED.test(line) || (isAbove && ATTRIBUTION.test(line.trimEnd()));
}

function sourceOf({ from, headers }: Email): Source | undefined {
  const author = (from?.name || from?.address)?.replace(/^["']|["']$/g, '').trim();
  // The day that is written, whatever the zone.
  const published = dateOf(headers.find(({ key }) => key === 'date')?.value ?? '')?.iso;
  const source = {
    ...(author && !author.includes('@') && { author }),
    ...(published && { published }),
  };
  return Object.keys(source).length > 0 ? source : undefined;
}
