/**
 * Where a global pattern, which never matches nothing, is found in a text. `matchAll` makes a copy of the pattern for each
 * text: in a short one that takes longer than to look for it.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
