/** Long enough to be read, short enough for one line of a list. */
const LONGEST = 60;

/**
 * An id for a document that is added: the words of its title (or of its address, or the name of its file) in small
 * letters with hyphens, in NFC, with a number behind where there is one of that name.
 */
export function newDocumentId(name: string, taken: ReadonlySet<string>): string {
  const words = slugOf(name) || 'document';
  let id = words;
  for (let number = 2; taken.has(id); number++) id = `${words}-${number}`;
  return id;
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .normalize('NFC');
  const short = [...slug].slice(0, LONGEST + 1);
  if (short.length <= LONGEST) return slug;
  const end = short.lastIndexOf('-');
  return short.slice(0, end > LONGEST / 2 ? end : LONGEST).join('');
}
