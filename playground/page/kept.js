/**
 * What the browser remembers from visit to visit. Where it remembers nothing (a private window, a full disk), things last
 * as long as the page.
 */
const fallback = new Map();
const name = (key) => `playground:${key}`;

/** @param {string} key */
export function recall(key) {
  try {
    const text = localStorage.getItem(name(key)) ?? fallback.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string} key @param {unknown} value `undefined` forgets it */
export function remember(key, value) {
  const text = value === undefined ? undefined : JSON.stringify(value);
  if (text === undefined) fallback.delete(key);
  else fallback.set(key, text);
  try {
    if (text === undefined) localStorage.removeItem(name(key));
    else localStorage.setItem(name(key), text);
  } catch {
    // It is in `fallback`.
  }
}
