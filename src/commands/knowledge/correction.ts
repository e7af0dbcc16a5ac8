import { z } from 'zod';
import { copy } from '../../copy/en.js';
import { customId } from '../../discord/custom-id.js';
import type { Field, Filled, Form } from '../../discord/form.js';
import type { Document, Source } from '../../documents/document.js';
import { isPartialDate } from '../../documents/partial-date.js';
import { draftId, ofDraft } from './draft.js';
import { moderatedButton, moderatedForm } from './moderated.js';
import { gone } from './preview.js';
import { proposing } from './proposing.js';

const words = copy.knowledge.correction;

/** The source that is edited, and the title: the five fields of the form. */
export const FIELDS = ['title', 'publisher', 'author', 'published', 'url'] as const;

/** Opens the form with what the document says of itself. */
export const correct = moderatedButton(z.tuple([draftId]), ofDraft, async ([id], _, { library }) => {
  const addition = await library.addition(id);
  return addition ? correctionForm(id, addition.document) : gone();
});

/** Takes what was filled in, where it can be taken, and shows the preview anew. */
export const corrected = moderatedForm(
  z.tuple([draftId]),
  ofDraft,
  async function* ([id], filled, moderator, services) {
    const { library } = services;
    const addition = await library.addition(id);
    if (!addition) return yield gone();
    const { document, faults } = withSource(addition.document, filled);
    await library.discard(id, moderator.userId);
    const prepare = proposing(
      moderator,
      services,
      (request) => library.add(request, { ...addition, document }),
      faults,
    );
    yield* prepare;
  },
);

function correctionForm(id: string, { title, source = {} }: Document): Form {
  const values = { ...source, title };
  return {
    title: words.title,
    customId: customId('knowledge', 'corrected', id),
    fields: FIELDS.map((name): Field => {
      const value = values[name];
      return {
        kind: 'line',
        name,
        label: words.fields[name],
        most: name === 'url' ? 2000 : 300,
        isRequired: name === 'title',
        ...(name === 'published' && { hint: words.dateHint }),
        ...(value !== undefined && { value }),
      };
    }),
  };
}

/** The document with the source as it was filled in. What cannot be taken stays as it was, and is told. */
export function withSource(document: Document, filled: Filled): { document: Document; faults: string[] } {
  const { title = document.title, publisher, author, published, url } = filled;
  const old = document.source ?? {};
  const faults = faultsOf(filled);
  const { publisher: _p, author: _a, published: _d, url: _u, ...kept } = old;
  const date = faults.published === undefined ? published : old.published;
  const address = faults.url === undefined ? url : old.url;
  const source: Source = {
    ...kept,
    ...(publisher !== undefined && { publisher }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { published: date }),
    ...(address !== undefined && { url: address }),
  };
  return { document: { ...document, title, source }, faults: Object.values(faults).filter(Boolean) };
}

/** What is wrong with a date or address. */
export function faultsOf({ published, url }: Filled): { published?: string; url?: string } {
  return {
    ...(published !== undefined && !isPartialDate(published) && { published: words.badDate(published) }),
    ...(url !== undefined && !isWebAddress(url) && { url: words.badUrl(url) }),
  };
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
