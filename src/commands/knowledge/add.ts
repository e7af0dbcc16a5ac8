import { ApplicationCommandOptionType } from 'discord.js';
import type { Services } from '../../discord/command.js';
import type { AttachedFile } from '../../discord/interaction-data.js';
import { described, named } from '../../discord/localised.js';
import type { Reply } from '../../discord/reply.js';
import { type Moderator, moderated } from './moderated.js';
import { previewChange, trouble } from './preview.js';

export const add = moderated({
  definition: {
    ...named('add'),
    ...described((copy) => copy.knowledge.add.description),
    options: [
      {
        ...named('file'),
        type: ApplicationCommandOptionType.Attachment,
        ...described((copy) => copy.knowledge.add.file),
      },
      {
        ...named('url'),
        type: ApplicationCommandOptionType.String,
        ...described((copy) => copy.knowledge.add.url),
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
  const { guildId, copy } = moderator;
  if ((file === undefined) === (url === undefined)) return yield trouble(copy.knowledge.add.oneOfTwo);
  const { documentImport, library } = services;
  const bring = () => (file ? documentImport.file(file, guildId) : documentImport.page(url ?? '', guildId));
  yield* previewChange(moderator, (request) => library.add(request, bring));
}
