import { z } from 'zod';
import type { Services } from '../../discord/command.js';
import { usualCollection } from '../../discord/permissions.js';
import { byCodeUnits } from '../../documents/code-units.js';
import { type KnownQuestion, sentenceFinder, wordingOf } from '../../documents/known-questions.js';
import type { NamedSentence } from '../../documents/problem.js';
import { sha256 } from '../../documents/sha256.js';
import type { Snapshot } from '../../index/snapshot.js';
import { type CollectionName, collectionOf, type Library } from '../../library/library.js';
import type { Moderator } from './moderated.js';

/** A known question of a collection, as moderators look at it. */
export interface KnownEntry {
  readonly collection: CollectionName;
  readonly known: KnownQuestion;
  /** Those of its answers that are no longer in the documents. */
  readonly missing: readonly NamedSentence[];
}

/** Names a known question by its wording, in custom ids and selects. */
export const knownKey = z.string().regex(/^[\da-f]{16}$/);

export function keyOf({ known: { question } }: Pick<KnownEntry, 'known'>): string {
  return sha256(wordingOf(question)).slice(0, 16);
}

/** Whether a file of the knowledge folder has it, which is where it is changed. */
export function isOfFolder({ collection, known }: KnownEntry): boolean {
  return collection === 'shared' && known.taught !== true;
}

/**
 * The known questions that a server's moderators keep: of the server's own collection and, at home, of the shared one.
 * First those whose answer is gone, then what was taught, the newest first, then what the folder has, by document.
 */
export async function knownEntries(
  { guildId }: Moderator,
  { library, home }: Services,
): Promise<KnownEntry[]> {
  const kept = new Set([usualCollection(guildId, home), collectionOf(guildId)]);
  const entries = (await Promise.all([...kept].map((one) => entriesOf(one, guildId, library)))).flat();
  const [orphans, answered] = split(entries, ({ missing }) => missing.length > 0);
  const [ofFolder, taught] = split(answered, isOfFolder);
  const byDocument = ofFolder.sort((a, b) => byCodeUnits(firstDocument(a), firstDocument(b)));
  // What is taught is put at the end.
  return [...orphans.reverse(), ...taught.reverse(), ...byDocument];
}

function split(entries: readonly KnownEntry[], isFirst: (entry: KnownEntry) => boolean) {
  return [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))] as const;
}

function firstDocument({ known }: KnownEntry): string {
  return known.answers[0]?.document ?? '';
}

/** One of them by its key; `undefined` where it is not there any more. */
export async function findKnown(
  key: string,
  { collection, guildId }: Moderator,
  { library }: Pick<Services, 'library'>,
): Promise<KnownEntry | undefined> {
  return (await entriesOf(collection, guildId, library)).find((entry) => keyOf(entry) === key);
}

async function entriesOf(
  collection: CollectionName,
  guildId: string,
  library: Library,
): Promise<KnownEntry[]> {
  const [questions, { documents }] = await Promise.all([
    library.knownQuestions(collection),
    snapshotFor(collection, guildId, library),
  ]);
  const { find } = sentenceFinder(documents);
  return questions.map((known) => ({
    collection,
    known,
    missing: known.answers.filter((answer) => 'fault' in find(answer)),
  }));
}

/** The documents that may answer a collection's known questions. */
export async function snapshotFor(
  collection: CollectionName,
  guildId: string,
  library: Library,
): Promise<Snapshot> {
  return library.current(collection === 'shared' ? null : guildId);
}
