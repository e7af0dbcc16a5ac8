import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { pagesOf } from '../../discord/paging.js';
import type { Button, Item, Reply, ReplyBlock } from '../../discord/reply.js';
import { cutToFit } from '../../discord/truncate.js';
import type { Snapshot } from '../../index/snapshot.js';
import { isOfFolder, type KnownEntry, keyOf, knownEntries, knownKey } from './known-entry.js';
import {
  type Moderator,
  moderatedButton,
  moderatedSelect,
  ofServer,
  page,
  scope,
  scopeOf,
} from './moderated.js';
import { trouble } from './preview.js';
import { OPTION_ROOM } from './sentence-choice.js';

/** How many questions a message has where they are short enough. */
const MAX_AT_ONCE = 6;
const MAX_SENTENCE = 140;

/** Names an entry in a select, where both collections may be. */
const entryValue = z.templateLiteral([scope, '.', knownKey]);

export const knownButtons = {
  known: moderatedButton(z.tuple([page]), ofServer, ([wanted], moderator, services) =>
    knownReply(moderator, services, Number(wanted)),
  ),
};

export const knownSelects = {
  /** Shows one of the list. */
  'known-one': moderatedSelect(
    z.tuple([page]),
    z.tuple([entryValue]),
    ofServer,
    async ([from], [chosen], moderator, services) => {
      const entry = (await knownEntries(moderator, services)).find((one) => choiceOf(one) === chosen);
      const snapshot = await services.library.current(moderator.guildId);
      return entry ? entryReply(entry, snapshot, Number(from), moderator.copy) : unknown(moderator.copy);
    },
  ),
};

/** As many known questions as a message holds, from position `wanted` on. */
export async function knownReply(moderator: Moderator, services: Services, wanted: number): Promise<Reply> {
  const { copy, guildId } = moderator;
  const words = copy.knowledge.known;
  const entries = await knownEntries(moderator, services);
  if (entries.length === 0) return { tone: 'neutral', blocks: [{ kind: 'text', line: words.none }] };
  const snapshot = await services.library.current(guildId);
  const from = wanted < entries.length ? wanted : Math.max(0, entries.length - MAX_AT_ONCE);
  const orphans = entries.filter(({ missing }) => missing.length > 0).length;
  const opening: ReplyBlock[] = [
    { kind: 'heading', text: words.title(entries.length) },
    ...(orphans > 0 ? [{ kind: 'text', line: [{ bold: words.orphans(orphans) }] } as const] : []),
  ];
  const sections = entries
    .slice(from, from + MAX_AT_ONCE)
    .map((entry): ReplyBlock[] => [{ kind: 'list', items: listed(entry, snapshot, copy) }]);
  const [first = [], ...others] = sections;
  const [blocks = []] = pagesOf([[...opening, ...first], ...others]);
  const shown = entries.slice(from, from + blocks.filter(({ kind }) => kind === 'list').length);
  const to = from + shown.length;
  return {
    tone: orphans > 0 ? 'trouble' : 'neutral',
    blocks: [
      ...blocks,
      { kind: 'small', line: words.position(from + 1, to, entries.length) },
      {
        kind: 'select',
        placeholder: words.placeholder,
        customId: customId('knowledge', 'known-one', from),
        options: shown.map((entry, at) => ({
          label: cutToFit(`${from + at + 1} · ${entry.known.question}`, OPTION_ROOM),
          description: cutToFit(titleOf(entry.known.answers[0]?.document ?? '', snapshot), OPTION_ROOM),
          value: choiceOf(entry),
        })),
      },
    ],
    buttons: [
      ...(from > 0 ? [turn(copy.reply.previous, Math.max(0, from - MAX_AT_ONCE))] : []),
      ...(to < entries.length ? [turn(copy.reply.next, to)] : []),
    ],
  };
}

function listed(entry: KnownEntry, snapshot: Snapshot, copy: Copy): Item[] {
  const words = copy.knowledge.known;
  const { known, missing } = entry;
  const gone = missing.length > 0 ? [words.orphan] : [];
  return [
    { line: [...gone, { bold: known.question }, ` · ${whereFrom(entry, copy)}`] },
    ...known.answers.slice(0, 3).map(({ document, text }) => ({
      line: words.answer(clip(text, MAX_SENTENCE), clip(titleOf(document, snapshot), 60)),
      depth: 1,
    })),
  ];
}

function whereFrom(entry: KnownEntry, copy: Copy): string {
  const { from } = copy.knowledge.known;
  return isOfFolder(entry) ? from.folder : from[scopeOf(entry.collection)];
}

/** One known question with all its sentences, and what can be done with it. */
function entryReply(entry: KnownEntry, snapshot: Snapshot, from: number, copy: Copy): Reply {
  const words = copy.knowledge.known;
  const { collection, known, missing } = entry;
  const { question, answers } = known;
  const isFixed = isOfFolder(entry);
  const gone = isFixed ? words.goneInFolder : words.gone;
  const lines = answers.map((answer) => {
    const title = titleOf(answer.document, snapshot);
    return missing.includes(answer) ? gone(answer.text, title) : words.answer(answer.text, title);
  });
  const action = (label: string, name: string): Button => ({
    label,
    customId: customId('knowledge', name, scopeOf(collection), keyOf(entry)),
  });
  return {
    tone: missing.length > 0 ? 'trouble' : 'neutral',
    blocks: [
      { kind: 'heading', text: question },
      { kind: 'small', line: whereFrom(entry, copy) },
      ...lines.map((line) => ({ kind: 'text', line }) as const),
      ...(isFixed ? [{ kind: 'text', line: inFolder(question, copy) } as const] : []),
    ],
    buttons: [
      ...(isFixed
        ? []
        : [
            action(words.edit, 'known-edit'),
            action(words.passage, 'known-passage'),
            action(words.remove, 'known-remove'),
          ]),
      turn(words.back, from),
    ],
  };
}

export function inFolder(question: string, copy: Copy): string {
  return copy.knowledge.proposal.refused({ kind: 'question-in-folder', question });
}

export function unknown(copy: Copy): Reply {
  return trouble(copy.knowledge.known.unknown, { isAside: true });
}

function titleOf(id: string, { documents }: Snapshot): string {
  return documents.find((document) => document.id === id)?.title ?? id;
}

function choiceOf(entry: KnownEntry): string {
  return `${scopeOf(entry.collection)}.${keyOf(entry)}`;
}

function turn(label: string, from: number): Button {
  return { label, customId: customId('knowledge', 'known', from) };
}
