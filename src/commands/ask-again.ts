import type { Excerpt } from '../answer/excerpt.js';
import { askedWords } from '../answer/highlight.js';
import { excerptAt, positionsIn, type Texts, textsOf } from '../answer/place.js';
import type { Copy } from '../copy/copy.js';
import type { Press, Services } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import { readQuestion } from '../index/query/question.js';
import type { Snapshot, SnapshotName } from '../index/snapshot.js';
import type { Library } from '../library/library.js';
import type { Past } from '../library/past.js';
import { refused } from './aside.js';
import type { ShownExcerpts } from './ask-places.js';
import { askedLine, questionIn } from './ask-question.js';

// A button below an answer is about the excerpts of that answer, from the revisions that they were quoted from.

/** Excerpts of an answer, found again. */
export interface FoundAgain extends ShownExcerpts {
  readonly question: string;
  /** At least one; those whose text was withdrawn are not among them. */
  readonly excerpts: readonly Excerpt[];
  readonly texts: Texts;
}

/** Shows what a button is about, or says why that cannot be shown any more. */
export async function showAgain(
  shown: ShownExcerpts,
  press: Press,
  { library }: Pick<Services, 'library'>,
  show: (found: FoundAgain) => Reply,
): Promise<Reply> {
  const { guildId, copy } = press;
  const question = questionIn(press.shown);
  if (question === undefined) return refused(copy.reply.staleButton);
  const snapshot = await library.current(guildId);
  const texts = await textsAgain(shown, snapshot, guildId, library);
  if (!texts) return gone(question, copy.ask.letGo(copy.ask.revision(shown.name)), copy);
  const words = askedWords(await readQuestion(snapshot, question));
  const found = shown.places.flatMap((place) => {
    const excerpt = excerptAt(texts, place, words);
    return excerpt ? [{ place, excerpt }] : [];
  });
  if (found.length === 0) return gone(question, copy.ask.withdrawn, copy);
  const places = found.map(({ place }) => place);
  const excerpts = found.map(({ excerpt }) => excerpt);
  const reply = show({ name: shown.name, places, question, excerpts, texts });
  const notes = notesOn(shown, excerpts, snapshot.name, copy);
  if (notes.length === 0) return reply;
  const [asked, ...blocks] = reply.blocks;
  return {
    ...reply,
    blocks: [...(asked ? [asked] : []), ...notes, ...blocks],
    moreButtons: [askAgain(copy)],
  };
}

/** The documents of excerpts as they were quoted; `undefined` where their revision is not kept any more. */
export async function textsAgain(
  { name, places }: ShownExcerpts,
  live: Snapshot,
  guildId: string | null,
  library: Pick<Library, 'past'>,
): Promise<Texts | undefined> {
  const positions = positionsIn(places);
  const past = isSame(live.name, name)
    ? livingDocuments(live, positions)
    : await library.past(guildId, name, positions);
  return past.kind === 'kept' ? textsOf(past.documents) : undefined;
}

/** That what is shown is not live any more, or not all that was. */
function notesOn(
  { name, places }: ShownExcerpts,
  excerpts: readonly Excerpt[],
  live: SnapshotName,
  copy: Copy,
): ReplyBlock[] {
  const lines = [
    ...(isSame(name, live) ? [] : [copy.ask.notLive(copy.ask.revision(name), copy.ask.revision(live))]),
    ...(excerpts.length < places.length ? [copy.ask.withdrawn] : []),
  ];
  return lines.map((line) => ({ kind: 'text', line }));
}

function gone(question: string, line: string, copy: Copy): Reply {
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [askedLine(question), { kind: 'text', line }],
    buttons: [askAgain(copy)],
  };
}

function askAgain(copy: Copy) {
  return { label: copy.ask.again, customId: customId('ask', 'again') };
}

function livingDocuments({ documents }: Snapshot, positions: readonly number[]): Past {
  const found = positions.flatMap((position) => {
    const document = documents[position];
    return document ? [[position, document] as const] : [];
  });
  return { kind: 'kept', documents: new Map(found) };
}

function isSame(a: SnapshotName, b: SnapshotName): boolean {
  return a.shared === b.shared && a.guild === b.guild;
}
