import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import { customId } from '../../discord/custom-id.js';
import type { Field, Filled, Form } from '../../discord/form.js';
import { type Document, describedAs } from '../../documents/document.js';
import { date, sourceOf, url } from '../../documents/source-fields.js';
import type { ChangeRequest } from '../../library/library.js';
import { draftButton, draftForm, draftId } from './draft-buttons.js';
import { formAgain } from './form-again.js';
import { gone, previewChange } from './preview.js';

/** The five fields of the form: the title, and what can be said of a source. */
export const FIELDS = ['title', 'publisher', 'author', 'published', 'url'] as const;

type FieldName = (typeof FIELDS)[number];
export type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** The rules of the fields that do not take any text, and what is said to what does not follow them. */
const CHECKS: Readonly<
  Partial<Record<FieldName, { rule: typeof date | typeof url; refusal: 'badDate' | 'badUrl' }>>
> = {
  published: { rule: date, refusal: 'badDate' },
  url: { rule: url, refusal: 'badUrl' },
};

/** Opens the form, filled in with what the document says of itself. */
export const correct = draftButton(z.tuple([draftId]), async (draft, [id], moderator, services) => {
  const { copy } = moderator;
  const addition = await services.library.addition(draft);
  if (!addition) return gone(copy);
  return services.keptForms.reopened(moderator, correctionForm(id, addition.document, copy));
});

/** Makes the draft again with what was filled in, and shows its preview; where some of it is not valid, nothing is done. */
export const corrected = draftForm(z.tuple([draftId]), async function* (draft, filled, moderator, services) {
  const { library, keptForms } = services;
  const addition = await library.addition(draft);
  if (!addition) return yield gone(moderator.copy);
  const { fields, faults } = readFields(filled, moderator.copy);
  const formId = customId('knowledge', 'corrected', draft.id);
  if (faults.length > 0) {
    const form = { formId, buttonId: customId('knowledge', 'correct', draft.id), filled };
    return yield { ...formAgain(faults, form, moderator, services), isAside: true };
  }
  keptForms.forget(moderator, formId);
  await library.discard(draft, moderator.userId);
  const document = withSource(addition.document, fields);
  yield* previewChange(moderator, (request: ChangeRequest) =>
    library.add(request, { ...addition, document }),
  );
});

function correctionForm(id: string, { title, source = {} }: Document, copy: Copy): Form {
  const words = copy.knowledge.correction;
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

/** The document with the source as it was filled in; what was left empty is gone, but for the title. */
export function withSource(document: Document, { title = document.title, ...filled }: Fields): Document {
  const emptied = { publisher: undefined, author: undefined, published: undefined, url: undefined };
  return describedAs(document, { title, source: sourceOf({ ...document.source, ...emptied, ...filled }) });
}

/** The valid fields of a form, and what is wrong with the others. A field that was left empty is in neither. */
export function readFields(filled: Filled, copy: Copy): { fields: Fields; faults: string[] } {
  const fields: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of FIELDS) {
    const value = filled[name]?.trim();
    if (!value) continue;
    const check = CHECKS[name];
    if (check && !check.rule.safeParse(value).success)
      faults.push(copy.knowledge.correction[check.refusal](value));
    else fields[name] = value;
  }
  return { fields, faults };
}
