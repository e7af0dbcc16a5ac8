/** A term and what it means on one line: `Fee: what a member pays`. A sign that the term ends with stays the only one. */
export function defined(term: string, meaning: string): string {
  if (term === '') return meaning;
  if (/[\p{Script=Han}）”》]$/u.test(term)) return `${term}：${meaning}`;
  if (/[：。！？]$/.test(term)) return term + meaning;
  return `${term}${/[:.!?–—]$/.test(term) ? '' : ':'} ${meaning}`;
}
