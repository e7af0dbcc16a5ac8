import table from '../data/thesaurus.json' with { type: 'json' };

/** Words and what is related to them; made by tools/thesaurus.ts, which says how. */
export interface ThesaurusTable {
  readonly source: string;
  readonly licence: string;
  /** `term: phrase, phrase`, in terms of the analyzer. */
  readonly related: readonly string[];
}

const related: ReadonlyMap<string, string> = new Map(
  (table as ThesaurusTable).related.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }),
);

/** Phrases that may say what a term says, each as its terms. */
export function relatedTo(term: string): string[][] {
  const phrases = related.get(term);
  return phrases === undefined ? [] : phrases.split(', ').map((phrase) => phrase.split(' '));
}
