import { withoutReferences } from '../character-references.js';
import { declaredAuthor, declaredTitle } from '../declared-names.js';

/** What a file says of itself, as far as its program or its template has not put it there. */
export interface WordProperties {
  readonly title?: string;
  readonly author?: string;
  /** The day on which it was last saved. */
  readonly published?: string;
}

/**
 * Reads `docProps/core.xml` (ECMA-376, part 2, section 8). When a text was published it does not say: the day on which
 * the file was last saved stands for it, unless that was more than two months after it was made, as when somebody has
 * opened an old file.
 */
export function readProperties(xml: string): WordProperties {
  const title = declaredTitle(property(xml, 'dc:title'));
  const author = declaredAuthor(property(xml, 'dc:creator'));
  // The files that this library makes have the day on which its template was made.
  const isGenerated = /python-docx/.test(xml);
  const [created, saved] = ['dcterms:created', 'dcterms:modified'].map((name) => dayOf(property(xml, name)));
  const published = isGenerated ? undefined : savedDay(created, saved);
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(published && { published }),
  };
}

function property(xml: string, name: string): string | undefined {
  const start = xml.indexOf(`<${name}`);
  const from = start === -1 ? -1 : xml.indexOf('>', start) + 1;
  const end = xml.indexOf(`</${name}>`, from);
  return from > 0 && end !== -1 ? withoutReferences(xml.slice(from, end)).trim() : undefined;
}

/** `2025-05-04T10:00:00Z` → `2025-05-04` */
function dayOf(moment: string | undefined): string | undefined {
  return /^(?:199|20\d)\d-\d\d-\d\d(?=T|$)/.exec(moment ?? '')?.[0];
}

const TWO_MONTHS = 62 * 24 * 3_600_000;

function savedDay(created: string | undefined, saved: string | undefined): string | undefined {
  if (created === undefined || saved === undefined) return saved ?? created;
  const between = Date.parse(saved) - Date.parse(created);
  return between >= 0 && between <= TWO_MONTHS ? saved : undefined;
}
