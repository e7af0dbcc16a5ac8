import { type HtmlElement, nameOf } from './dom.js';

/** In characters: the mark of a note, or several of them, is not longer. */
const MAX_LENGTH = 40;

const MARK = /^[[(（［]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})[\])）］]?$/u;

/** `[1]` that leads to a note on the same page, or the arrow that leads back from one. */
export function isNoteMark(element: HtmlElement): boolean {
  const name = nameOf(element);
  if (name !== 'a' && name !== 'sup') return false;
  const text = element.textContent?.trim() ?? '';
  if (text.length > MAX_LENGTH) return false;
  const link = name === 'a' ? element : element.getElementsByTagName('a')[0];
  if (!link?.getAttribute('href')?.includes('#')) return false;
  if (name === 'a' && /^[↑↩^]\ufe0e?$/u.test(text)) return true;
  if (!text.split(/[,\s]+|(?<=[\])])(?=[[(])/).every((mark) => MARK.test(mark))) return false;
  return (
    name === 'sup' ||
    element.getElementsByTagName('sup').length > 0 ||
    isNamedNote(element) ||
    /^\[/.test(text)
  );
}

function isNamedNote(link: HtmlElement): boolean {
  const names = ['class', 'role', 'epub:type'].map((attribute) => link.getAttribute(attribute));
  return /foot-?note|note-?ref/i.test(names.join(' '));
}
