import type { Paragraph } from '../documents/document.js';
import type { Entity } from '../documents/glossary.js';
import { readQuestion } from '../index/query/question.js';
import { subjectsOf } from '../index/ranking/coverage.js';
import type { SentenceHit } from '../index/ranking/hits.js';
import { retrieve } from '../index/ranking/retrieve.js';
import { type GiveWay, neverGiveWay, type Snapshot } from '../index/snapshot.js';
import { candidateOf } from './candidate.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { namesOf } from './highlight.js';
import { quotedFor } from './quoted.js';
import { type DatedStatement, timelineOf } from './timeline.js';

/** What the documents say of one thing that they name. */
export interface Profile {
  readonly entity: Entity;
  /** How many sentences name it. */
  readonly sentences: number;
  /** What says best what it is. */
  readonly definition?: Excerpt;
  /** What is dated, in order. */
  readonly statements: readonly DatedStatement[];
  /** What else is said, best first. */
  readonly others: readonly Excerpt[];
  readonly related: readonly RelatedName[];
}

/** A name that stands beside another one. */
export interface RelatedName {
  readonly entity: Entity;
  /** Paragraphs that have both. */
  readonly paragraphs: number;
}

/** Sentences that name a thing and are looked at for names beside it. */
const MOST_SENTENCES = 2_000;

/** What else is said at most. */
const MOST_OTHERS = 5;

/** @param entity The number of the thing in `Mentions`. */
export async function profileOf(
  snapshot: Snapshot,
  entity: number,
  giveWay: GiveWay = neverGiveWay,
): Promise<Profile | undefined> {
  const { mentions } = snapshot;
  const thing = mentions.things.entities[entity];
  if (!thing) return undefined;
  const [definition, ...others] = await sentencesOn(snapshot, entity, thing, giveWay);
  await giveWay();
  const { statements } = await timelineOf(snapshot, { topic: { entity } }, giveWay);
  const isSaid = ({ passage, start, end }: Excerpt) =>
    definition !== undefined &&
    snapshot.passages.at(passage)?.document === snapshot.passages.at(definition.passage)?.document &&
    start < definition.end &&
    definition.start < end;
  return {
    entity: thing,
    sentences: mentions.rowsOf(entity).length,
    ...(definition && { definition }),
    statements: statements.filter(({ excerpt }) => !isSaid(excerpt)),
    others: others.filter((excerpt) => !isSaid(excerpt)).slice(0, MOST_OTHERS),
    related: relatedNames(snapshot, entity),
  };
}

/** The sentences that name a thing, as they answer what or who it is, best first. */
async function sentencesOn(
  snapshot: Snapshot,
  entity: number,
  thing: Entity,
  giveWay: GiveWay,
): Promise<Excerpt[]> {
  const rows = new Set(snapshot.mentions.rowsOf(entity));
  const question = await readQuestion(
    snapshot,
    `${thing.kind === 'person' ? 'Who' : 'What'} is ${thing.name}?`,
  );
  const { sentences } = await retrieve(snapshot, question, giveWay);
  const names = namesOf(thing);
  const isNamed = ({ passage, sentence }: SentenceHit) =>
    rows.has(snapshot.terms.headingRow(passage) + 1 + sentence);
  const found = sentences.filter(isNamed);
  return (found.length > 0 ? found : firstNaming(snapshot, rows)).map((hit) => {
    const stretch = quotedFor(snapshot, subjectsOf(question), candidateOf(snapshot, hit));
    return excerptOf({ ...stretch, score: hit.score, copies: [] }, names);
  });
}

/** Where none was found, as of a name that all documents have: the first. */
function firstNaming({ terms }: Snapshot, rows: ReadonlySet<number>): SentenceHit[] {
  return [...rows].slice(0, MOST_OTHERS).map((row) => {
    const passage = terms.passageOf(row);
    return { passage, sentence: row - terms.headingRow(passage) - 1, score: 0, parts: {} };
  });
}

/** What is named in the same paragraphs, most often first. */
function relatedNames({ mentions, passages, terms }: Snapshot, entity: number): RelatedName[] {
  const counts = new Map<number, number>();
  const seen = new Set<Paragraph>();
  for (const row of mentions.rowsOf(entity).subarray(0, MOST_SENTENCES)) {
    const passage = terms.passageOf(row);
    const { paragraph } = passages.at(passage) ?? {};
    if (!paragraph || seen.has(paragraph)) continue;
    seen.add(paragraph);
    const beside = new Set<number>();
    for (let each = terms.headingRow(passage); each < terms.headingRow(passage + 1); each++)
      for (const other of mentions.entitiesIn(each)) if (other !== entity) beside.add(other);
    for (const other of beside) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, most], [b, more]) => more - most || a - b)
    .flatMap(([other, paragraphs]) => {
      const one = mentions.things.entities[other];
      return one ? [{ entity: one, paragraphs }] : [];
    });
}
