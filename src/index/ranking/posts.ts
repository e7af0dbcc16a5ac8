import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { AskedGroup } from '../query/asked-group.js';
import { posts } from '../query/asked-nouns.js';
import { termsOf } from '../text/analyzer.js';

/** Terms for what people are, and do, at the head of something. */
const postTerms: ReadonlySet<string> = new Set(
  termsOf(
    `${posts.replaceAll('|', ' ')} chaired headed leads led founded manages partner succeeded started began begun runs owns
     owned invented controls initiated 董事长 总裁 创始人 首席 主席 理事长`,
  ),
);

/**
 * Whether a sentence (term numbers, in order) has a post of what is asked about: the post that the question names, or any,
 * and where it names the firm or body too, close to that: "Zhang Wen, a former president of SenseTime" leads another firm.
 */
export function hasPostOf(
  names: readonly AskedGroup[],
  groups: readonly AskedGroup[],
  row: Uint32Array,
  text: string,
  passages: PassageTerms,
): boolean {
  const asked = new Set(groups.filter(isPost).flatMap(numbersOf));
  const isOfPost = (number: number) =>
    asked.size > 0 ? asked.has(number) : postTerms.has(passages.termOf(number));
  const held = placesIn(row, isOfPost).filter((place) => !isFormer(place, row, passages));
  if (held.length === 0) return false;
  const named = new Set(names.filter((name) => !isPost(name)).flatMap(numbersOf));
  const firms = placesIn(row, (number) => named.has(number));
  if (firms.length === 0 || ofItself.test(text)) return true;
  const owners = ownersOfParts(text, passages);
  const all = new Set(groups.flatMap(numbersOf));
  /** Whether what the post is of belongs to the firm that stands behind it, and was not asked for. */
  const isOfPart = (post: number) => {
    const run = row.subarray(post + 1);
    const end = run.findIndex((number) => !named.has(number));
    return end > 0 && owners.has(run[end - 1]) && !all.has(run[end] ?? -1);
  };
  return held.some(
    (post) => !isOfPart(post) && firms.some((firm) => Math.abs(post - firm) <= PARAMETERS.sentences.postNear),
  );
}

/** "The head of Huawei's cloud business" heads a part of it. */
const ofSomethingOf =
  /\bof (?:the )?(\p{Lu}[\p{L}\p{N}]{0,30}(?: \p{Lu}[\p{L}\p{N}]{0,30}){0,3})['’]s? \p{L}/gu;

/** Term numbers of the names that have something of which a sentence says who does what. */
function ownersOfParts(text: string, { numberOf }: PassageTerms): ReadonlySet<number | undefined> {
  const owners = [...text.matchAll(ofSomethingOf)].flatMap(([, owner = '']) => termsOf(owner));
  return new Set(owners.map((term) => numberOf(term)));
}

/** "Its new chief executive": a post of what was named before. */
const ofItself =
  /\b(?:its|their)\s(?:\S+\s){0,2}(?:ceo|cto|cfo|chief|chair\w*|president|head|leader|founders?|director|secretary|boss|owner)\b/i;

const formerTerms: ReadonlySet<string> = new Set(termsOf('former formerly previous previously ex'));

/** Whether a post is one that somebody had before. */
function isFormer(place: number, row: Uint32Array, { termOf }: PassageTerms): boolean {
  return [1, 2].some((before) => formerTerms.has(termOf(row[place - before] ?? -1)));
}

function isPost({ variants }: AskedGroup): boolean {
  return variants[0]?.terms.some((term) => postTerms.has(term)) === true;
}

/** All terms of what is asked, but of what is merely related. */
function numbersOf({ variants }: AskedGroup): readonly number[] {
  return variants.flatMap(({ numbers, origin }) => (origin === 'related' ? [] : numbers));
}

function placesIn(row: Uint32Array, is: (number: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < row.length; place++) if (is(row[place] ?? -1)) places.push(place);
  return places;
}
