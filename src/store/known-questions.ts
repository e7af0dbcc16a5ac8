import type { Transaction } from 'kysely';
import { type KnownQuestion, knownQuestionsSchema, withoutAnswers } from '../documents/known-questions.js';
import type { NamedSentence } from '../documents/problem.js';
import { sha256 } from '../documents/sha256.js';
import type { CollectionName } from './store.js';
import { parseStoredAs } from './stored.js';
import type { Tables } from './tables.js';

// Lists of known questions are kept under their content, each once for all revisions and drafts that have it.

/** Keeps a list of known questions, as JSON, and gives what a revision or a draft names it by. */
export async function putKnownQuestions(
  trx: Transaction<Tables>,
  at: string,
  questions: string | null,
): Promise<string | null> {
  if (questions === null) return null;
  const hash = sha256(questions);
  await trx
    .insertInto('known_questions')
    .values({ hash, questions, stored_at: at, size: Buffer.byteLength(questions) })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ stored_at: at }))
    .execute();
  return hash;
}

/**
 * Deletes lists that neither a revision nor a draft names; not those that are being put just now.
 * @param among Hashes of lists, where only some are in question.
 */
export async function dropUnnamed(
  trx: Transaction<Tables>,
  storedUntil: string,
  among?: readonly string[],
): Promise<number> {
  if (among?.length === 0) return 0;
  const result = await trx
    .deleteFrom('known_questions')
    .where('stored_at', '<=', storedUntil)
    .$if(among !== undefined, (query) => query.where('hash', 'in', among ?? []))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('revisions')
            .select('number')
            .whereRef('revisions.known_questions', '=', 'known_questions.hash'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('drafts').select('id').whereRef('drafts.known_questions', '=', 'known_questions.hash'),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/**
 * Ids of documents that known questions of a draft are answered by and that were withdrawn, with no other text since: a
 * draft that was made while the takedown went on may quote them.
 */
export async function withdrawnAnswers(
  trx: Transaction<Tables>,
  {
    draft,
    collection,
    hash,
  }: { readonly draft: string; readonly collection: CollectionName; readonly hash: string | null },
): Promise<string[]> {
  const withdrawals = await trx.selectFrom('withdrawals').select('document_id').distinct().execute();
  if (hash === null || withdrawals.length === 0) return [];
  const withdrawn = new Set(withdrawals.map((row) => row.document_id));
  const named = (await listOf(trx, hash)).flatMap(({ answers }) => answers.map(({ document }) => document));
  const missing = new Set(named.filter((document) => withdrawn.has(document)));
  for (const document of await documentsBeside(trx, draft, collection)) missing.delete(document);
  return [...missing];
}

/** Ids of the documents that known questions of a draft may be answered by: its own, and a server's the shared ones too. */
async function documentsBeside(
  trx: Transaction<Tables>,
  draft: string,
  collection: CollectionName,
): Promise<string[]> {
  const own = trx.selectFrom('draft_documents').select('document_id').where('draft', '=', draft);
  const shared = trx
    .selectFrom('revision_documents')
    .innerJoin('collections', (join) =>
      join
        .onRef('collections.name', '=', 'revision_documents.collection')
        .onRef('collections.revision', '=', 'revision_documents.revision'),
    )
    .select('document_id')
    .where('name', '=', 'shared');
  const rows = await (collection === 'shared' ? own : own.union(shared)).execute();
  return rows.map((row) => row.document_id);
}

/** Whether an answer of a collection's known question quotes a text that is withdrawn. */
export type IsQuote = (collection: CollectionName, answer: NamedSentence) => boolean;

/**
 * Takes the answers that quote a withdrawn text out of the known questions of every revision, and a question with
 * them where no answer is left; drafts that have such an answer are deleted, as their previews quote it too.
 * @returns the collections whose live revision had such an answer
 */
export async function withdrawQuotes(
  trx: Transaction<Tables>,
  at: string,
  isQuote: IsQuote,
): Promise<Set<CollectionName>> {
  const left = createLists(trx, isQuote);
  await deleteQuotingDrafts(trx, left);
  const quoting = new Set<CollectionName>();
  for (const { collection, hash } of await listsInUse(trx)) {
    const questions = await left(collection, hash);
    if (!questions) continue;
    const json = questions.length > 0 ? JSON.stringify(questions) : null;
    const next = await putKnownQuestions(trx, at, json);
    if (await replaceList(trx, { collection, hash, next })) quoting.add(collection);
  }
  // Also what drafts have left that are gone, as it may quote the text.
  await dropUnnamed(trx, at);
  return quoting;
}

/** What is left of a list in a collection; `undefined` where it quotes nothing that is withdrawn. */
type WhatIsLeft = (collection: CollectionName, hash: string) => Promise<KnownQuestion[] | undefined>;

/** Reads one list at a time, as there may be many. */
function createLists(trx: Transaction<Tables>, isQuote: IsQuote): WhatIsLeft {
  return async (collection, hash) => {
    const questions = await listOf(trx, hash);
    const quotes = (answer: NamedSentence) => isQuote(collection, answer);
    if (!questions.some(({ answers }) => answers.some(quotes))) return undefined;
    return withoutAnswers(questions, quotes);
  };
}

async function listOf(trx: Transaction<Tables>, hash: string): Promise<readonly KnownQuestion[]> {
  const { questions } = await trx
    .selectFrom('known_questions')
    .select('questions')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return parseStoredAs(knownQuestionsSchema, questions, `the list of row ${hash} in table known_questions`);
}

async function deleteQuotingDrafts(trx: Transaction<Tables>, left: WhatIsLeft): Promise<void> {
  const drafts = await trx
    .selectFrom('drafts')
    .select(['id', 'collection', 'known_questions'])
    .where('known_questions', 'is not', null)
    .execute();
  for (const { id, collection, known_questions: hash } of drafts) {
    if (hash !== null && (await left(collection, hash)))
      await trx.deleteFrom('drafts').where('id', '=', id).execute();
  }
}

/** Every list with each collection that has a revision with it. */
async function listsInUse(
  trx: Transaction<Tables>,
): Promise<{ readonly collection: CollectionName; readonly hash: string }[]> {
  const rows = await trx
    .selectFrom('revisions')
    .select(['collection', 'known_questions'])
    .distinct()
    .where('known_questions', 'is not', null)
    .execute();
  return rows.flatMap(({ collection, known_questions: hash }) =>
    hash === null ? [] : [{ collection, hash }],
  );
}

/** Gives the revisions of a collection that have a list another one, and says whether the live one was among them. */
async function replaceList(
  trx: Transaction<Tables>,
  {
    collection,
    hash,
    next,
  }: { readonly collection: CollectionName; readonly hash: string; readonly next: string | null },
): Promise<boolean> {
  const live = await trx
    .selectFrom('collections')
    .select('revision')
    .where('name', '=', collection)
    .executeTakeFirst();
  const replaced = await trx
    .updateTable('revisions')
    .set({ known_questions: next })
    .where('collection', '=', collection)
    .where('known_questions', '=', hash)
    .returning('number')
    .execute();
  return replaced.some(({ number }) => number === live?.revision);
}
