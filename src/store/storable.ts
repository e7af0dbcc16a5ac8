/** Without control characters and lone surrogates, which PostgreSQL refuses or changes. */
export function storable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
