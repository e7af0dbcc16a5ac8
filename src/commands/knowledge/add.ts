import { ApplicationCommandOptionType } from 'discord.js';
import { copy } from '../../copy/en.js';
import type { Services } from '../../discord/command.js';
import type { AttachedFile } from '../../discord/interaction-data.js';
import type { Reply } from '../../discord/reply.js';
import { type Moderator, moderated } from './moderated.js';
import { previewChange, trouble } from './preview.js';

export const add = moderated({
  definition: {
    name: 'add',
    description: copy.knowledge.add.description,
    options: [
      {
        name: 'file',
        type: ApplicationCommandOptionType.Attachment,
        description: copy.knowledge.add.file,
      },
      {
        name: 'url',
        type: ApplicationCommandOptionType.String,
        description: copy.knowledge.add.url,
        max_length: 2000,
      },
    ],
  },
  handle: (request, services) => addDocument(request.options, request, services),
});

async function* addDocument(
  { file, url }: { readonly file: AttachedFile | undefined; readonly url: string | undefined },
  moderator: Moderator,
  services: Services,
): AsyncGenerator<Reply, void> {
  if ((file === undefined) === (url === undefined)) return yield trouble(copy.knowledge.add.oneOfTwo);
  const { documentImport, library } = services;
  const { guildId } = moderator;
  const bring = () => (file ? documentImport.file(file, guildId) : documentImport.page(url ?? '', guildId));
  yield* previewChange(moderator, (request) => library.add(request, bring));
}
