import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Form } from '../../discord/form.js';
import { clip } from '../../discord/limits.js';
import type { Reply, ReplyBlock, SelectOption } from '../../discord/reply.js';
import { cutToFit } from '../../discord/truncate.js';
import type { NamedSentence } from '../../documents/problem.js';
import { sha256 } from '../../documents/sha256.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { ClosestSentence } from '../../library/closest-sentences.js';

/** Passages to choose among. */
export const MAX_PASSAGES = 10;
/** Sentences that answer a question together. */
const MAX_CHOSEN = 3;
/** Of a sentence and its title in the message, so that ten fit beside the select; in that they are shorter still. */
const SENTENCE_ROOM = { characters: 200, bytes: 280 };
const TITLE_ROOM = { characters: 60, bytes: 80 };
/** Of a line of an option. */
export const OPTION_ROOM = { characters: 100, bytes: 150 };

/** What a moderator is asked: which of some sentences answers a question. */
export interface SentenceChoice {
  readonly question: string;
  /** What else there is to know, below the question. */
  readonly notes?: readonly string[];
  readonly sentences: readonly ClosestSentence[];
  /** Whether a member marked the first one. */
  readonly isMarked?: boolean;
  /** What was searched for, where it is not the question. */
  readonly searched?: string | undefined;
  /** The select and the button to a search. */
  readonly chosenId: string;
  readonly searchId: string;
}

export function sentenceChoice(choice: SentenceChoice, copy: Copy): Reply {
  const words = copy.knowledge.teach;
  const { question, notes = [], sentences, isMarked = false, searched, chosenId, searchId } = choice;
  const blocks: ReplyBlock[] = [
    { kind: 'heading', text: words.title },
    { kind: 'text', line: [{ bold: question }] },
    ...notes.map((line) => ({ kind: 'small', line }) as const),
  ];
  const buttons = [{ label: words.search, customId: searchId }];
  if (sentences.length === 0) {
    const line = searched === undefined ? words.nothing : words.nothingFor(clip(searched, 100));
    return { tone: 'neutral', blocks: [...blocks, { kind: 'text', line }], buttons };
  }
  const above = searched === undefined ? words.closest : words.found(clip(searched, 100));
  return {
    tone: 'neutral',
    blocks: [
      ...blocks,
      { kind: 'small', line: words.how },
      { kind: 'divider' },
      { kind: 'small', line: above },
      ...sentences.map((sentence, at) => describe(sentence, at, isMarked && at === 0, copy)),
      {
        kind: 'select',
        placeholder: words.placeholder,
        customId: chosenId,
        most: MAX_CHOSEN,
        options: sentences.map((sentence, at) => optionOf(sentence, at, isMarked && at === 0, copy)),
      },
    ],
    buttons,
  };
}

function describe(sentence: ClosestSentence, at: number, isMarked: boolean, copy: Copy): ReplyBlock {
  const words = copy.knowledge.teach;
  return {
    kind: 'text',
    line: [
      words.sentence(at + 1, cutToFit(sentence.text, SENTENCE_ROOM)),
      ...(isMarked ? [' · ', { bold: words.marked }] : []),
      ['', cutToFit(sentence.document.title, TITLE_ROOM), ...dateOf(sentence, copy)].join(' · '),
    ],
  };
}

function optionOf(sentence: ClosestSentence, at: number, isMarked: boolean, copy: Copy): SelectOption {
  const words = copy.knowledge.teach;
  const about = [...(isMarked ? [words.marked] : []), sentence.document.title, ...dateOf(sentence, copy)];
  return {
    label: cutToFit(words.choice(at + 1, sentence.text), OPTION_ROOM),
    description: cutToFit(about.join(' · '), OPTION_ROOM),
    value: keyOf(sentence),
  };
}

function dateOf({ sources }: ClosestSentence, copy: Copy): string[] {
  const dated = sources.find(({ published }) => published !== undefined);
  return dated?.published === undefined ? [] : [copy.citation.date(dated.published)];
}

/** Opens a search for another passage. */
export function searchForm(customId: string, copy: Copy): Form {
  const { title, text: label, example } = copy.knowledge.teach.form;
  return {
    title,
    customId,
    fields: [{ kind: 'line', name: 'text', label, example, most: 200, isRequired: true }],
  };
}

// A sentence is chosen by its document and its words, which stay where passages are numbered anew.

const sentenceKey = z.string().regex(/^[\da-f]{12}\.[\da-f]{12}$/);
/** What is chosen in the select. */
export const chosenKeys = z.array(sentenceKey).min(1).max(MAX_CHOSEN).readonly();

function keyOf({ document, text }: ClosestSentence): string {
  return `${hashOf(document.id)}.${hashOf(text)}`;
}

function hashOf(text: string): string {
  return sha256(text).slice(0, 12);
}

/** The sentences that were chosen; `undefined` where one is not in the documents. */
export function chosenSentences(
  { documents }: Pick<Snapshot, 'documents'>,
  keys: z.infer<typeof chosenKeys>,
): NamedSentence[] | undefined {
  const found = keys.flatMap((key) => {
    const [documentHash, textHash] = key.split('.');
    const document = documents.find(({ id }) => hashOf(id) === documentHash);
    const sentences = document?.paragraphs.flatMap((paragraph) => paragraph.sentences) ?? [];
    const texts = sentences.map(({ start, end }) => document?.text.slice(start, end) ?? '');
    const text = texts.find((one) => hashOf(one) === textHash);
    return document && text !== undefined ? [{ document: document.id, text }] : [];
  });
  return found.length === keys.length ? found : undefined;
}
