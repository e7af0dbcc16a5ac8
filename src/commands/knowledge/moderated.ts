import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { OptionChoice } from '../../discord/choices.js';
import {
  type ButtonAction,
  defineButton,
  defineForm,
  defineSelectOfSeveral,
  type FormAction,
  type OptionsOf,
  type Press,
  type Replies,
  type Request,
  type SelectAction,
  type Services,
  type Shown,
  type Typing,
} from '../../discord/command.js';
import type { Filled } from '../../discord/form.js';
import type { Asker } from '../../discord/interaction-data.js';
import { choice, described, named } from '../../discord/localised.js';
import { type Refusal, refusal, usualCollection } from '../../discord/permissions.js';
import type { Reply } from '../../discord/reply.js';
import { stepsOf } from '../../discord/respond.js';
import { defineSubcommand, type Subcommand, type SubcommandDefinition } from '../../discord/subcommands.js';
import { type CollectionName, collectionOf } from '../../library/library.js';

// Everything that only moderators may do goes through here: each sub-command, button and form asks first, whatever
// Discord let through.

/** A moderator of a server, and the collection that they act on. */
export interface Moderator extends Asker {
  readonly guildId: string;
  readonly collection: CollectionName;
}

export const collectionOption = {
  ...named('collection'),
  type: ApplicationCommandOptionType.String,
  ...described((copy) => copy.knowledge.collection.option),
  choices: (['server', 'shared'] as const).map((value) =>
    choice(value, (copy) => copy.knowledge.collection.names[value]),
  ),
} as const;

/** A sub-command for those who keep the collection that its option names, or their server's own where it has none. */
export function moderated<const D extends SubcommandDefinition>(subcommand: {
  readonly definition: D;
  handle(request: Request<OptionsOf<D>> & Moderator, services: Services): Replies;
  autocomplete?(typing: Typing & Moderator, services: Services): Promise<readonly OptionChoice[]>;
}): Subcommand {
  const { definition, autocomplete } = subcommand;
  const hasChoice = definition.options?.some(({ name }) => name === collectionOption.name) === true;
  const meant = (request: Request<unknown>, services: Services) =>
    collectionMeant(request, hasChoice ? optionIn(request.options) : 'server', services);
  return defineSubcommand<SubcommandDefinition>({
    definition,
    handle: (request, services) =>
      guarded(request, meant(request, services), services, (moderator) =>
        subcommand.handle(moderator as Request<OptionsOf<D>> & Moderator, services),
      ),
    ...(autocomplete && {
      async autocomplete(typing, services) {
        const checked = await check(typing, meant(typing, services), services);
        return 'refused' in checked ? [] : autocomplete(checked.moderator, services);
      },
    }),
  });
}

/** A sub-command that takes nothing but the collection. */
export function collectionSubcommand(
  name: keyof Copy['names'],
  describe: (copy: Copy) => string,
  handle: (moderator: Moderator, services: Services) => Replies,
): Subcommand {
  const definition = { ...named(name), ...described(describe), options: [collectionOption] };
  return moderated({ definition, handle });
}

/** A button for those who keep the collection that `find` gives for its arguments; see {@link defineButton}. */
export function moderatedButton<Args extends readonly string[]>(
  args: z.ZodType<Args>,
  find: FindCollection<Args>,
  handle: (args: Args, moderator: Moderator & Press, services: Services) => Replies,
): ButtonAction {
  return defineButton(args, (checked, press, services) =>
    guarded(press, find(checked, press), services, (moderator) => handle(checked, moderator, services)),
  );
}

/** As {@link moderatedButton}, for a select from which one thing or several are chosen. */
export function moderatedSelect<Args extends readonly string[], Values>(
  args: z.ZodType<Args>,
  values: z.ZodType<Values>,
  find: FindCollection<Args>,
  handle: (args: Args, chosen: Values, moderator: Moderator, services: Services) => Replies,
): SelectAction {
  return defineSelectOfSeveral(args, values, (checked, chosen, press, services) =>
    guarded(press, find(checked, press), services, (moderator) =>
      handle(checked, chosen, moderator, services),
    ),
  );
}

/** As {@link moderatedButton}, for a form. */
export function moderatedForm<Args extends readonly string[]>(
  args: z.ZodType<Args>,
  find: FindCollection<Args>,
  handle: (args: Args, filled: Filled, moderator: Moderator, services: Services) => Replies,
): FormAction {
  return defineForm(args, (checked, filled, asker, services) =>
    guarded(asker, find(checked, asker), services, (moderator) =>
      handle(checked, filled, moderator, services),
    ),
  );
}

type FindCollection<Args> = (args: Args, asker: Asker) => CollectionName;

/** The short name of a collection, for custom ids. */
export const scope = z.enum(['server', 'shared']);
export const page = z.string().regex(/^\d{1,5}$/);

export function scopeOf(collection: CollectionName): z.infer<typeof scope> {
  return collection === 'shared' ? 'shared' : 'server';
}

/** The collection of a button whose first argument is its {@link scope}. */
export function scoped([named]: readonly [z.infer<typeof scope>, ...string[]], { guildId }: Asker) {
  return named === 'shared' ? 'shared' : collectionOf(guildId);
}

/** The collection of the server in which a button is pressed. */
export function ofServer(_: unknown, { guildId }: Asker) {
  return collectionOf(guildId);
}

function optionIn(options: unknown): unknown {
  return (options as Readonly<Record<string, unknown>>)[collectionOption.name];
}

function collectionMeant({ guildId }: Asker, named: unknown, { home }: Services): CollectionName {
  if (named === 'shared') return 'shared';
  // Outside a server it is refused, whatever the collection.
  if (named === 'server' || guildId === null) return collectionOf(guildId);
  return usualCollection(guildId, home);
}

/** Lets the asker go on if they may keep the collection. Only they see a refusal. */
export async function* guarded<A extends Asker>(
  asker: A,
  collection: CollectionName,
  services: Services,
  go: (moderator: A & Moderator) => Replies,
): AsyncGenerator<Shown, void> {
  const checked = await check(asker, collection, services);
  if ('refused' in checked) yield refused(checked.refused, asker.copy);
  else yield* stepsOf(go(checked.moderator));
}

async function check<A extends Asker>(
  asker: A,
  collection: CollectionName,
  { library, home }: Services,
): Promise<{ readonly moderator: A & Moderator } | { readonly refused: Refusal }> {
  const { guildId } = asker;
  if (guildId === null) return { refused: { kind: 'direct-message' } };
  const why = await refusal(asker, collection, await library.settings(guildId), home);
  return why ? { refused: why } : { moderator: { ...asker, guildId, collection } };
}

function refused(why: Refusal, copy: Copy): Reply {
  const words = copy.knowledge.refusal;
  const line =
    why.kind === 'moderators'
      ? words.moderators(why.role === undefined ? undefined : ({ mention: 'role', id: why.role } as const))
      : words[why.kind];
  return { tone: 'trouble', isAside: true, blocks: [{ kind: 'text', line }] };
}
