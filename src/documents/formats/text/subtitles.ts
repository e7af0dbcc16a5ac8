import { layOut, type TextBlock } from '../layout.js';
import { endsSentence } from '../lines.js';
import type { OutlineResult } from '../reader.js';

const STAMP = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;

/** When a line is shown: `00:01.000 --> 00:04.000` (SubRip, WebVTT), `0:00:01.000,0:00:04.000` (SubViewer, YouTube). */
const TIME = new RegExp(String.raw`^\s{0,10}${STAMP}(?: {1,4}--> {1,4}|,)${STAMP}`, 'm');

/** As pages of videos show a transcript: the time on a line of its own. */
const CLOCK = /^[ \t]{0,10}(?:\d{1,2}:)?\d{1,2}:\d{2}[ \t]{0,10}$/;

/** Does a text begin as subtitles do (SubRip, WebVTT, SubViewer, a transcript)? */
export function isSubtitles(text: string): boolean {
  const start = text.slice(0, 2_000);
  return (
    isTranscript(start.split(/\r\n|\n|\r/, 6)) ||
    /^\ufeff?WEBVTT(?:\s|$)/.test(start) ||
    (/^\ufeff?\s{0,10}\d{1,5}\s{1,4}\S/.test(start) && TIME.test(start)) ||
    /^\ufeff?\s{0,10}\d{1,3}:\d{2}:\d{2}[.,]\d{1,3},\d/.test(start)
  );
}

/** A time, what is said then, and so on from the first line. */
function isTranscript(lines: readonly string[]): boolean {
  return lines.length > 3 && [0, 1, 2, 3].every((at) => CLOCK.test(lines[at] ?? '') === (at % 2 === 0));
}

/** In characters: a paragraph of speech ends at the next sentence, or, where no signs stand, right there. */
const PARAGRAPH = 600;

/**
 * Reads subtitles: what is said, without numbers, times and colours. The lines are joined, as a sentence goes on over
 * many of them; a speaker who is named (`<v Gao Lei>`) begins a paragraph.
 */
export function readSubtitles(text: string): OutlineResult {
  const blocks: TextBlock[] = [];
  let open = '';
  const close = () => {
    if (open !== '') blocks.push({ lines: [{ text: open }] });
    open = '';
  };
  let last = '';
  for (const line of spokenLines(text)) {
    // Captions that roll up say each line twice.
    if (line === last) continue;
    last = line;
    const isFull = open.length > PARAGRAPH && (endsSentence(open) || open.length > 2 * PARAGRAPH);
    if (isFull || beginsSpeech(line)) close();
    open += (needsSpace(open, line) ? ' ' : '') + line;
  }
  close();
  return { outline: layOut(blocks, undefined), problems: [] };
}

/** The lines under each time, as they are shown. */
function* spokenLines(text: string): Generator<string> {
  let isSpoken = false;
  const lines = text.split(/\r\n|\n|\r/);
  for (const [at, line] of lines.entries()) {
    const isNumber = /^\s{0,10}\d{1,5}\s{0,10}$/.test(line) && TIME.test(lines[at + 1] ?? '');
    if (TIME.test(line) || CLOCK.test(line)) isSpoken = true;
    else if (line.trim() === '' || isNumber) isSpoken = false;
    else if (isSpoken) {
      const words = shown(line);
      if (words !== '') yield words;
    }
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['lrm', ''],
  ['rlm', ''],
]);

/** Without tags, positions (`{\an8}`), notes and descriptions of sounds. */
function shown(line: string): string {
  return line
    .replace(/<v(?:\.[\w.-]{1,60})? ([^<>]{1,80})>/g, '$1: ')
    .replace(/<[^<>]{0,200}>|\{\\[^{}]{1,60}\}/g, '')
    .replace(/&(\w{2,4});/g, (entity, name: string) => ENTITIES.get(name) ?? entity)
    .replace(/^\s*[♪♫#].{0,400}[♪♫#]\s*$|^\s*\[[^\]]{1,60}\]\s*$/, '')
    .replace(/[ \t\u00a0]{1,400}/g, ' ')
    .trim();
}

/** `- Who pays?`, `>> The members.`, `GAO LEI: We do.` */
function beginsSpeech(line: string): boolean {
  return /^(?:[-–—] ?\S|>>|\p{Lu}[\p{Lu} .'-]{1,40}: |\p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20}){0,3}: )/u.test(
    line,
  );
}

/** Between Chinese characters stands none. */
function needsSpace(before: string, line: string): boolean {
  return (
    before !== '' &&
    !(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(before) && /^\p{Script=Han}/u.test(line))
  );
}
