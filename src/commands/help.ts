import { ANYWHERE, type Command, type Definition, defineCommand } from '../discord/command.js';
import { described, named } from '../discord/localised.js';

/** @param commands Those that it explains: all others, so that the list cannot fall behind. */
export function createHelp(commands: readonly Command[]): Command {
  return defineCommand({
    definition: {
      ...named('help'),
      ...described((copy) => copy.help.description),
      ...ANYWHERE,
    },

    isPrivate: () => true,

    handle: ({ copy, locale }) => ({
      tone: 'neutral',
      blocks: [
        { kind: 'heading', text: copy.help.title },
        { kind: 'text', line: copy.help.about },
        { kind: 'divider' },
        { kind: 'text', line: [{ bold: copy.help.commands }] },
        {
          kind: 'list',
          items: commands.map(({ definition }) => {
            const { name, description } = inLanguage(definition, locale);
            return { line: [{ code: `/${name}` }, ` ${description}`] };
          }),
        },
        { kind: 'divider' },
        { kind: 'text', line: [{ bold: copy.help.tips }] },
        { kind: 'list', items: copy.help.tip.map((line) => ({ line })) },
      ],
    }),
  });
}

/** How Discord shows a command to somebody whose client speaks this language. */
function inLanguage(
  { name, name_localizations: names, description, description_localizations: descriptions }: Definition,
  locale: string,
): Pick<Definition, 'name' | 'description'> {
  const of = (texts: Definition['name_localizations']) =>
    Object.entries(texts ?? {}).find(([one]) => one === locale)?.[1];
  return { name: of(names) ?? name, description: of(descriptions) ?? description };
}
