import {
  InteractionResponseType as Callback,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Commands, GLOBAL } from '../commands.js';
import {
  invalidForm,
  missingAccess,
  missingPermissions,
  notAuthor,
  notFound,
  unauthorized,
  unknownChannel,
  unknownGuild,
  unknownMember,
  unknownMessage,
  unknownUser,
} from '../discord-error.js';
import { type Guild, permissionsIn } from '../guilds.js';
import type { Installs } from '../installs.js';
import type { CallbackBody, Interactions } from '../interactions.js';
import { withoutTranslations } from '../localized.js';
import type { Messages } from '../messages.js';
import type { CommandBody } from '../rules/command.js';
import type { MessageBody } from '../rules/message.js';
import type { SessionStarts } from '../sharding.js';
import type { Place, World } from '../world.js';
import type { RequestBody } from './body.js';
import { findRoute, type RestRequest, type Route, route } from './router.js';
import { type BodyKind, schemaErrors } from './schema.js';

export interface RestOptions {
  world: World;
  installs: Installs;
  token: string;
  gatewayUrl: () => string;
  starts: SessionStarts;
  commands: Commands;
  messages: Messages;
  interactions: Interactions;
}

export interface Rest {
  /**
   * One request to the API, with the path behind `/api/v10`.
   *
   * @returns what is answered as JSON; `undefined` for 204.
   * @throws DiscordError for what Discord refuses.
   */
  handle(request: {
    method: string;
    path: string;
    query: URLSearchParams;
    authorization: string | undefined;
    body: () => Promise<RequestBody>;
  }): Promise<unknown>;
}

/** The part of Discord's REST API, version 10, that a bot with slash commands needs. */
export function createRest(options: RestOptions): Rest {
  const routes = [
    ...interactionRoutes(options),
    ...commandRoutes(options),
    ...channelRoutes(options),
    ...placeRoutes(options),
  ];
  return {
    async handle({ method, path, query, authorization, body }) {
      const found = findRoute(routes, method, path);
      const isAuthorized = authorization === `Bot ${options.token}`;
      if (!isAuthorized && !found?.route.isOpen) throw unauthorized();
      if (!found) throw notFound();
      return found.route.handle({ params: found.params, query, body: await body() });
    },
  };
}

const CALLBACK_KINDS: Partial<Record<Callback, BodyKind>> = {
  [Callback.ChannelMessageWithSource]: 'reply callback',
  [Callback.DeferredChannelMessageWithSource]: 'reply callback',
  [Callback.DeferredMessageUpdate]: 'update callback',
  [Callback.UpdateMessage]: 'update callback',
  [Callback.ApplicationCommandAutocompleteResult]: 'choices callback',
  [Callback.Modal]: 'modal callback',
};

function interactionRoutes({ interactions }: RestOptions): Route[] {
  const open = { isOpen: true };
  const one = '/webhooks/:app/:token/messages/:message';
  return [
    route(
      'POST',
      '/interactions/:id/:token/callback',
      ({ params: { id = '', token = '' }, query, body }) => {
        const type = (body.json as CallbackBody | undefined)?.type;
        const kind = type && CALLBACK_KINDS[type];
        if (!kind)
          throw invalidForm([
            { path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Unknown callback type' },
          ]);
        const made = interactions.callback(id, token, checked<CallbackBody>(kind, body), body.uploads);
        return query.get('with_response') === 'true' ? made : undefined;
      },
      open,
    ),
    route(
      'POST',
      '/webhooks/:app/:token',
      ({ params: { token = '' }, body }) =>
        interactions.followUp(token, checked<MessageBody>('follow-up', body), body.uploads),
      open,
    ),
    route(
      'GET',
      one,
      ({ params: { token = '', message = '' } }) => interactions.message(token, message),
      open,
    ),
    route(
      'PATCH',
      one,
      ({ params: { token = '', message = '' }, body }) =>
        interactions.edit(token, message, checked<MessageBody>('webhook edit', body), body.uploads),
      open,
    ),
    route(
      'DELETE',
      one,
      ({ params: { token = '', message = '' } }) => interactions.delete(token, message),
      open,
    ),
  ];
}

function commandRoutes({ commands, world, installs }: RestOptions): Route[] {
  const scopeOf = ({ params: { guild } }: RestRequest) => {
    if (guild === undefined) return GLOBAL;
    if (!world.guildById(guild)) throw unknownGuild();
    if (!installs.inGuild(guild)) throw missingAccess();
    return guild;
  };
  const paths = ['/applications/:app/commands', '/applications/:app/guilds/:guild/commands'];
  return paths.flatMap((path) => [
    route('GET', path, (request) => {
      const isWhole = request.query.get('with_localizations') === 'true';
      const listed = commands.list(scopeOf(request));
      return isWhole ? listed : listed.map(withoutTranslations);
    }),
    route('PUT', path, (request) => commands.overwrite(scopeOf(request), checkedCommands(request.body.json))),
  ]);
}

function channelRoutes({ messages, world, installs }: RestOptions): Route[] {
  const placeOf = ({ params: { channel = '' } }: RestRequest): Place => {
    const found = world.placeById(channel);
    if (!found) throw unknownChannel();
    if (!hasBot(found, installs)) throw missingAccess();
    return found;
  };
  const messageIn = (request: RestRequest) => {
    const found = messages.get(request.params.message ?? '');
    // Nobody can fetch, edit or delete an ephemeral message through its channel.
    if (found?.channel_id !== placeOf(request).channel.id || messages.visibleTo(found.id))
      throw unknownMessage();
    return found;
  };
  const ownIn = (request: RestRequest) => {
    const found = messageIn(request);
    if (found.author.id !== world.bot.id) throw notAuthor();
    return found;
  };
  const all = '/channels/:channel/messages';
  const one = `${all}/:message`;

  return [
    route('GET', '/channels/:channel', (request) => placeOf(request).channel),
    route('POST', all, (request) => {
      const { channel, guild } = placeOf(request);
      const mayWrite =
        !guild || permissionsIn(guild, world.bot.id, channel) & PermissionFlagsBits.SendMessages;
      if (!mayWrite) throw missingPermissions();
      const body = checked<MessageBody>('message', request.body);
      return messages.create({
        channelId: channel.id,
        author: world.bot,
        body,
        uploads: request.body.uploads,
      });
    }),
    route('GET', one, messageIn),
    route('PATCH', one, (request) =>
      messages.edit(
        ownIn(request).id,
        checked<MessageBody>('message edit', request.body),
        request.body.uploads,
      ),
    ),
    route('DELETE', one, (request) => {
      messages.delete(ownIn(request).id);
    }),
    route('POST', '/channels/:channel/typing', (request) => {
      placeOf(request);
    }),
  ];
}

/** Whether the bot is at a place: in the server, or the other side of the direct messages. */
const hasBot = ({ guild, context }: Place, installs: Installs): boolean =>
  guild ? installs.inGuild(guild.id) : context === InteractionContextType.BotDM;

function placeRoutes({ world, installs, starts, gatewayUrl }: RestOptions): Route[] {
  const guildOf = ({ params: { guild = '' } }: RestRequest): Guild => {
    const found = installs.inGuild(guild) ? world.guildById(guild) : undefined;
    if (!found) throw unknownGuild();
    return found;
  };
  const found = <Value>(value: Value | undefined, error: () => Error): Value => {
    if (value === undefined) throw error();
    return value;
  };
  return [
    route('GET', '/gateway', () => ({ url: gatewayUrl() })),
    route('GET', '/gateway/bot', () => ({
      url: gatewayUrl(),
      ...starts.information(),
    })),
    route('GET', '/applications/@me', () => world.application),
    route('GET', '/oauth2/applications/@me', () => world.application),
    route('GET', '/users/@me', () => world.bot),
    route('GET', '/users/@me/guilds', () => installs.guilds().map(({ id, name }) => ({ id, name }))),
    route('POST', '/users/@me/channels', ({ body }) => {
      const { recipient_id: person } = (body.json ?? {}) as { recipient_id?: string };
      const direct = world.privates.find(
        ({ type, recipients: [other] }) => type === ChannelType.DM && other?.id === person,
      );
      return found(direct, unknownUser);
    }),
    route('GET', '/users/:user', ({ params: { user = '' } }) => found(world.userById(user), unknownUser)),
    route('GET', '/guilds/:guild', (request) => {
      const { members, channels: _, ...guild } = guildOf(request);
      return { ...guild, approximate_member_count: members.length };
    }),
    route('GET', '/guilds/:guild/channels', (request) => guildOf(request).channels),
    route('GET', '/guilds/:guild/roles', (request) => guildOf(request).roles),
    route('GET', '/guilds/:guild/members/:user', (request) =>
      found(
        guildOf(request).members.find(({ user }) => user.id === request.params.user),
        unknownMember,
      ),
    ),
  ];
}

/** The JSON of a body that Discord's API description lets through. @throws DiscordError 50035 */
function checked<Body>(kind: BodyKind, { json }: RequestBody): Body {
  const errors = schemaErrors(kind, json ?? {});
  if (errors.length > 0) throw invalidForm(errors);
  return (json ?? {}) as Body;
}

function checkedCommands(json: unknown): CommandBody[] {
  if (!Array.isArray(json)) {
    throw invalidForm([
      { path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a list' },
    ]);
  }
  const errors = json.flatMap((command, index) =>
    schemaErrors('command', describedForm(command)).map((error) => ({
      ...error,
      path: [index, ...error.path],
    })),
  );
  if (errors.length > 0) throw invalidForm(errors);
  return json as CommandBody[];
}

/** The API description wants permission bits as a number; Discord takes, and discord.js sends, a string of digits. */
function describedForm(command: unknown): unknown {
  const bits = (command as CommandBody | null)?.default_member_permissions;
  if (typeof bits !== 'string' || !/^\d+$/.test(bits)) return command;
  return { ...(command as CommandBody), default_member_permissions: Number(bits) };
}
