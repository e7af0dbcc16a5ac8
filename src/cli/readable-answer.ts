import type { Answer } from '../answer/answer.js';
import type { Excerpt } from '../answer/excerpt.js';
import { en } from '../copy/en/en.js';
import { printable, printableLine } from '../copy/printable.js';
import { terminal } from '../copy/terminal.js';
import type { Source, Span } from '../documents/document.js';
import type { TerminalStyle } from './terminal-style.js';

/** An answer for a person to read, printable as it is. */
export function readableAnswer(answer: Answer, style: TerminalStyle): string {
  const { verdict, excerpts, missing, asOf } = answer;
  if (verdict === 'none' && !answer.isOnSubject)
    return `${style.heading(en.ask.none)} ${terminal.nothingNear}`;
  return [
    ...(verdict === 'unsure' ? [style.heading(en.ask.unsure)] : []),
    ...(verdict === 'none' ? [style.heading(en.ask.none)] : []),
    ...(verdict === 'answered' ? [] : missing.map((detail) => printable(en.ask.missing(detail)))),
    ...(verdict === 'none' ? [terminal.closest] : []),
    ...(asOf === undefined ? [] : [en.ask.asOf(asOf)]),
    ...excerpts.map((excerpt) => excerptText(excerpt, style)),
  ].join('\n\n');
}

function excerptText(excerpt: Excerpt, style: TerminalStyle): string {
  const { lead, text, highlights, more, differing, citation } = excerpt;
  return [
    ...(differing ? [terminal.differing(differing)] : []),
    ...(lead ? [`“${printable(lead.text)}” …`] : []),
    `“${emphasized(text, highlights, style)}”`,
    ...(more > 0 ? [`  ${en.citation.moreItems(more)}`] : []),
    `  ${style.faint(printableLine(terminal.citation(citation)))}`,
    ...citation.sources.map((source) => `  ${sourceText(source, style)}`),
  ].join('\n');
}

/** The text with the words that were asked standing out. */
function emphasized(text: string, highlights: readonly Span[], style: TerminalStyle): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of highlights) {
    shown += printable(text.slice(from, start)) + style.strong(printable(text.slice(start, end)));
    from = end;
  }
  return shown + printable(text.slice(from));
}

/** Who said it and when; the name leads to where it stands. */
function sourceText({ publisher, title, author, published, url }: Source, style: TerminalStyle): string {
  const who = [publisher ?? author ?? title, published].filter((part) => part !== undefined);
  const said = printableLine(who.join(', '));
  if (url === undefined) return said;
  const address = printableLine(url);
  return style.link(said === '' ? address : said, address);
}
