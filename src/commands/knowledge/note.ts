import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled, Form } from '../../discord/form.js';
import type { Reply } from '../../discord/reply.js';
import { writeFrontMatter } from '../../documents/formats/front-matter/front-matter.js';
import type { InputFile } from '../../documents/formats/reader.js';
import { sha256 } from '../../documents/sha256.js';
import type { AskedQuestion } from '../../library/library.js';
import { findQuestion, questionId } from './asked-question.js';
import { type Fields, readFields } from './correction.js';
import { formAgain, withFormAgain } from './form-again.js';
import { type Moderator, moderatedButton, moderatedForm, ofServer } from './moderated.js';
import { proposalReply, requestOf, trouble } from './preview.js';

/** Opens the form for a note that answers a question. */
export const note = moderatedButton(z.tuple([questionId]), ofServer, async ([id], moderator, services) => {
  const question = await findQuestion(id, moderator, services);
  const { copy } = moderator;
  return question
    ? services.keptForms.reopened(moderator, noteForm(id, question, copy))
    : trouble(copy.knowledge.questions.gone, { isAside: true });
});

/** Shows the preview of adding the note as a document of the server's collection. The questions stay on the list. */
export const noted = moderatedForm(
  z.tuple([questionId]),
  ofServer,
  async ([id], filled, moderator, services): Promise<Reply> => ({
    ...(await noteReply(id, filled, moderator, services)),
    isAside: true,
  }),
);

async function noteReply(
  id: string,
  filled: Filled,
  moderator: Moderator,
  services: Services,
): Promise<Reply> {
  const { documentImport, library, keptForms } = services;
  const formId = customId('knowledge', 'noted', id);
  const form = { formId, buttonId: customId('knowledge', 'note', id), filled };
  const { fields, faults } = readFields(filled, moderator.copy);
  if (faults.length > 0) return formAgain(faults, form, moderator, services);
  const original = noteFile(id, filled.text, fields, moderator.copy);
  const bring = () => documentImport.note(original, moderator.userId, moderator.guildId);
  const proposal = await library.add(requestOf(moderator), bring);
  const reply = proposalReply(proposal, moderator);
  if (proposal.kind !== 'draft') return withFormAgain(reply, form, moderator, services);
  keptForms.forget(moderator, formId);
  return reply;
}

function noteForm(id: string, { text }: AskedQuestion, copy: Copy): Form {
  const { formTitle, fields } = copy.knowledge.note;
  return {
    title: formTitle,
    customId: customId('knowledge', 'noted', id),
    fields: [
      { kind: 'paragraph', name: 'text', label: fields.text, most: 4000, isRequired: true },
      { kind: 'line', name: 'title', label: fields.title, most: 200, isRequired: true, value: text },
      { kind: 'line', name: 'publisher', label: fields.publisher, most: 200 },
      { kind: 'line', name: 'url', label: fields.url, most: 1000 },
      {
        kind: 'line',
        name: 'published',
        label: fields.published,
        hint: copy.knowledge.correction.dateHint,
        most: 10,
      },
    ],
  };
}

/**
 * The note as a Markdown file, which an export gives back. A second note on the same question replaces the first, as it
 * has the same file name.
 */
export function noteFile(id: string, text = '', { title = '', ...source }: Fields, copy: Copy): InputFile {
  const words = copy.knowledge.note;
  const matter = { title: words.title(title), source: { author: words.author, ...source }, tags: [] };
  const name = sha256(id).slice(0, 12);
  return { path: `notes/${name}.md`, bytes: Buffer.from(`---\n${writeFrontMatter(matter)}---\n\n${text}\n`) };
}
