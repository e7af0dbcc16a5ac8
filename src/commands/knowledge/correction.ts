import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import { customId } from '../../discord/custom-id.js';
import type { Field, Filled, Form } from '../../discord/form.js';
import { type Document, describedAs, type Source } from '../../documents/document.js';
import { date, sourceOf, url } from '../../documents/source-fields.js';
import type { ChangeRequest } from '../../library/library.js';
import { draftButton, draftForm, draftId } from './draft-buttons.js';
import { gone, previewChange } from './preview.js';

/** The five fields of the form: the title, and what can be said of a source. */
export const FIELDS = ['title', 'publisher', 'author', 'published', 'url'] as const;

type FieldName = (typeof FIELDS)[number];
type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** The rules of the fields that do not take any text, and what is said to what does not follow them. */
const CHECKS: Readonly<
  Partial<Record<FieldName, { rule: typeof date | typeof url; refusal: 'badDate' | 'badUrl' }>>
> = {
  published: { rule: date, refusal: 'badDate' },
  url: { rule: url, refusal: 'badUrl' },
};

/** Opens the form, filled in with what the document says of itself. */
export const correct = draftButton(z.tuple([draftId]), async (draft, [id], { copy }, { library }) => {
  const addition = await library.addition(draft);
  return addition ? correctionForm(id, addition.document, copy) : gone(copy);
});

/** Makes the draft again with what was filled in, as far as it is valid, and shows its preview. */
export const corrected = draftForm(
  z.tuple([draftId]),
  async function* (draft, filled, moderator, { library }) {
    const addition = await library.addition(draft);
    if (!addition) return yield gone(moderator.copy);
    const { document, faults } = withSource(addition.document, filled, moderator.copy);
    await library.discard(draft, moderator.userId);
    const add = (request: ChangeRequest) => library.add(request, { ...addition, document });
    yield* previewChange(moderator, add, faults);
  },
);

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

/** The document with the source as it was filled in. What is not valid stays as it was, and is in `faults`. */
export function withSource(
  document: Document,
  filled: Filled,
  copy: Copy,
): { document: Document; faults: string[] } {
  const { fields, faults } = readFields(filled, copy);
  const old: Source = { ...document.source, title: document.title };
  const edited: Fields = Object.fromEntries(
    FIELDS.map((name) => [name, faults[name] === undefined ? fields[name] : old[name]]),
  );
  const { title = document.title, ...source } = edited;
  return {
    document: describedAs(document, { title, source: sourceOf({ ...document.source, ...source }) }),
    faults: Object.values(faults),
  };
}

/** The valid fields of a form, and what is wrong with the others. A field that was left empty is in neither. */
export function readFields(filled: Filled, copy: Copy): { fields: Fields; faults: Fields } {
  const fields: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const name of FIELDS) {
    const value = filled[name]?.trim();
    if (!value) continue;
    const check = CHECKS[name];
    if (check && !check.rule.safeParse(value).success)
      faults[name] = copy.knowledge.correction[check.refusal](value);
    else fields[name] = value;
  }
  return { fields, faults };
}
