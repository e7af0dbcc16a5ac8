const TITLE =
  /^(?:(?:table of )?contents|list of (?:figures|tables)|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|目\s?[录錄次])$/iu;

/** Is it what stands over a table of contents? */
export function isContentsTitle(text: string): boolean {
  return TITLE.test(text);
}

/** A title, a row of dots and the number of a page. */
export function isContentsLine(text: string): boolean {
  return /(?:\.{4}|(?:\. ){3}\.|·{4}|(?:· ){3}·|…{2}|_{4})[\s.·…_]{0,200}(?:\d{1,4}|[ivxlc]{1,7})?$/i.test(
    text,
  );
}
