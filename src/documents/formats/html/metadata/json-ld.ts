import type { HtmlElement } from '../dom.js';

// What a page says of itself in JSON-LD, in the words of schema.org.

export type JsonObject = Readonly<Record<string, unknown>>;

/** Of the parts of things: `@graph`, a page's main entity and what it is the main entity of. */
const MAX_DEPTH = 5;

/**
 * All things that a page describes, in order; what it does not describe itself (comments, lists of others) is left
 * out.
 */
export function jsonLdThings(scripts: readonly HtmlElement[]): JsonObject[] {
  const described = scripts.filter((script) =>
    /^application\/ld\+json\b/i.test(script.getAttribute('type')?.trim() ?? ''),
  );
  const things = described.flatMap((script) => thingsIn(parseJson(script), 0));
  const byId = new Map(things.map((thing) => [thing['@id'], thing]));
  return things.map((thing) => withNamed(thing, byId));
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Is a thing of a type whose name has this in it? */
export function isOfType(thing: JsonObject, type: RegExp): boolean {
  const types: unknown[] = [thing['@type']].flat();
  return types.some((name) => typeof name === 'string' && type.test(name));
}

function parseJson(script: HtmlElement): unknown {
  // Some pages put it into a comment, or break lines within its texts, which JSON does not allow.
  const json = (script.textContent ?? '')
    .trim()
    .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>);?$/, '')
    .replace(/[\u0000-\u001f]/g, ' ');
  try {
    return JSON.parse(json);
  } catch {
    // Quotation marks in a text break it. What is before and behind them still stands there.
    const [, datePublished] = /"datePublished" ?: ?"([^"]{4,40})"/.exec(json) ?? [];
    return datePublished === undefined ? undefined : { datePublished };
  }
}

function thingsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, depth + 1));
  if (!isJsonObject(value)) return [];
  const parts = [value['@graph'], value.mainEntity, value.mainEntityOfPage];
  return [value, ...parts.flatMap((part) => thingsIn(part, depth + 1))];
}

/** Who wrote and who published it may be named by the `@id` of another thing of the page. */
function withNamed(thing: JsonObject, byId: ReadonlyMap<unknown, JsonObject>): JsonObject {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => (Array.isArray(item) ? item : named(item)));
    return isJsonObject(value) && value.name === undefined ? (byId.get(value['@id']) ?? value) : value;
  };
  const { author, publisher } = thing;
  return {
    ...thing,
    ...(author !== undefined && { author: named(author) }),
    ...(publisher !== undefined && { publisher: named(publisher) }),
  };
}
