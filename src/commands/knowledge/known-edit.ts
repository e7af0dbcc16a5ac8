import { z } from 'zod';
import type { Services, Shown } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Reply } from '../../discord/reply.js';
import { MAX_CHARACTERS, wordingOf } from '../../documents/known-questions.js';
import { closestSentences } from '../../library/closest-sentences.js';
import type { QuestionChanges } from '../../library/library.js';
import { inFolder, unknown } from './known.js';
import { findKnown, isOfFolder, type KnownEntry, knownKey, snapshotFor } from './known-entry.js';
import {
  type Moderator,
  moderatedButton,
  moderatedForm,
  moderatedSelect,
  scope,
  scoped,
  scopeOf,
} from './moderated.js';
import { previewChange, trouble } from './preview.js';
import { chosenKeys, chosenSentences, MAX_PASSAGES, searchForm, sentenceChoice } from './sentence-choice.js';

const args = z.tuple([scope, knownKey]);

export const knownEditButtons = {
  'known-edit': moderatedButton(args, scoped, ([, key], moderator, services) => {
    const { form } = moderator.copy.knowledge.known;
    return withEntry(key, moderator, services, ({ known }) => ({
      title: form.title,
      customId: customId('knowledge', 'known-edited', scopeOf(moderator.collection), key),
      fields: [
        {
          kind: 'paragraph',
          name: 'question',
          label: form.question,
          most: MAX_CHARACTERS,
          value: known.question,
          isRequired: true,
        },
      ],
    }));
  }),
  'known-passage': moderatedButton(args, scoped, ([, key], moderator, services) =>
    withEntry(key, moderator, services, (entry) => passagesFor(key, entry, moderator, services)),
  ),
  'known-search': moderatedButton(args, scoped, ([, key], moderator, services) =>
    withEntry(key, moderator, services, () =>
      searchForm(customId('knowledge', 'known-found', scopeOf(moderator.collection), key), moderator.copy),
    ),
  ),
  'known-remove': moderatedButton(args, scoped, ([, key], moderator, services) =>
    change(key, moderator, services, ({ known }) => ({ remove: [known.question] })),
  ),
};

export const knownEditForms = {
  'known-edited': moderatedForm(args, scoped, ([, key], { question }, moderator, services) =>
    change(key, moderator, services, ({ known }) =>
      question === undefined
        ? trouble(moderator.copy.knowledge.known.noWording, { isAside: true })
        : {
            put: [{ question, answers: known.answers }],
            // In capitals, say, it is the same wording, and takes the place of the old one.
            ...(wordingOf(question) !== wordingOf(known.question) && { remove: [known.question] }),
          },
    ),
  ),
  'known-found': moderatedForm(args, scoped, ([, key], { text }, moderator, services) =>
    withEntry(key, moderator, services, (entry) => passagesFor(key, entry, moderator, services, text)),
  ),
};

export const knownEditSelects = {
  'known-chosen': moderatedSelect(args, chosenKeys, scoped, ([, key], values, moderator, services) =>
    change(key, moderator, services, async ({ known }) => {
      const { collection, guildId, copy } = moderator;
      const answers = chosenSentences(await snapshotFor(collection, guildId, services.library), values);
      return answers
        ? { put: [{ question: known.question, answers }] }
        : trouble(copy.knowledge.teach.changed, { isAside: true });
    }),
  ),
};

/** A known question that can be changed here, or what is said where there is none. */
async function editable(key: string, moderator: Moderator, services: Services): Promise<KnownEntry | Reply> {
  const entry = await findKnown(key, moderator, services);
  if (!entry) return unknown(moderator.copy);
  if (!isOfFolder(entry)) return entry;
  return trouble(inFolder(entry.known.question, moderator.copy), { isAside: true });
}

async function withEntry(
  key: string,
  moderator: Moderator,
  services: Services,
  show: (entry: KnownEntry) => Shown | Promise<Shown>,
): Promise<Shown> {
  const entry = await editable(key, moderator, services);
  return 'known' in entry ? show(entry) : entry;
}

/** Previews a change of a known question, or says why it cannot be. */
async function* change(
  key: string,
  moderator: Moderator,
  services: Services,
  changesOf: (entry: KnownEntry) => QuestionChanges | Reply | Promise<QuestionChanges | Reply>,
): AsyncGenerator<Shown, void> {
  const entry = await editable(key, moderator, services);
  const changes = 'known' in entry ? await changesOf(entry) : entry;
  if ('blocks' in changes) yield changes;
  else yield* previewChange(moderator, (request) => services.library.teach(request, changes));
}

async function passagesFor(
  key: string,
  { known: { question } }: KnownEntry,
  { collection, guildId, copy }: Moderator,
  { library }: Services,
  searched?: string,
): Promise<Reply> {
  const snapshot = await snapshotFor(collection, guildId, library);
  const idOf = (action: string) => customId('knowledge', action, scopeOf(collection), key);
  const choice = {
    question,
    sentences: await closestSentences(snapshot, searched ?? question, MAX_PASSAGES),
    searched,
    chosenId: idOf('known-chosen'),
    searchId: idOf('known-search'),
  };
  return sentenceChoice(choice, copy);
}
