import { ApplicationCommandOptionType } from 'discord.js';
import { documentChoices, findDocument } from '../../discord/choices.js';
import { described, named } from '../../discord/localised.js';
import type { ChangeRequest, Library, Proposal } from '../../library/library.js';
import { moderated } from './moderated.js';
import { previewChange } from './preview.js';

export const remove = moderated({
  definition: {
    ...named('remove'),
    ...described((copy) => copy.knowledge.remove.description),
    options: [
      {
        ...named('document'),
        type: ApplicationCommandOptionType.String,
        ...described((copy) => copy.knowledge.remove.document),
        required: true,
        autocomplete: true,
      },
    ],
  },

  handle: (request, services) =>
    previewChange(request, (change) => removeDocument(request.options.document, change, services.library)),

  async autocomplete({ collection, typed }, { library }) {
    const documents = (await library.documents(collection)).map(({ document }) => document);
    return documentChoices(documents, typed);
  },
});

/** Where the server has no such document but the shared collection has, the refusal says why. */
async function removeDocument(asked: string, request: ChangeRequest, library: Library): Promise<Proposal> {
  const [own, shared] = await Promise.all([
    library.documents(request.collection),
    library.documents('shared'),
  ]);
  const documentsOf = (listed: typeof own) => listed.map(({ document }) => document);
  const found = findDocument(documentsOf(own), asked);
  if (found) return library.remove(request, found.id);
  const inFolder = findDocument(documentsOf(shared), asked);
  return inFolder
    ? { kind: 'in-folder', document: inFolder.title }
    : { kind: 'no-document', document: asked };
}
