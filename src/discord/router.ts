import { randomUUID } from 'node:crypto';
import type {
  AutocompleteInteraction,
  BaseInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { DiscordAPIError, MessageFlags } from 'discord.js';
import type { Copy } from '../copy/copy.js';
import { DatabaseFault, StillPreparing } from '../library/library.js';
import { fitChoices, type OptionChoice } from './choices.js';
import type { Command, MessageCommand, Press, Replies, Request, Services } from './command.js';
import { type CustomId, parseCustomId } from './custom-id.js';
import { newMessage, sameMessage } from './interaction.js';
import { type Asker, askerOf, filledIn, optionsOf, shownIn, wordsOf } from './interaction-data.js';
import { createMemberSettings, type MemberSettings } from './member-settings.js';
import type { Outcome } from './observer.js';
import { Busy } from './question-line.js';
import { render } from './render.js';
import type { Reply } from './reply.js';
import { PATIENCE_MS, type Responder, respond, type Wait } from './respond.js';

export interface RouterParts {
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  readonly services: Services;
  readonly wait: Wait;
  /** Whether the bot is about to end: then what arrives is refused, with a sentence that says so. */
  readonly isStopping?: () => boolean;
}

/** What one interaction is dealt with. */
interface Routing {
  /** Stands in each of its lines in the log, and is told where it fails. */
  readonly id: string;
  readonly byName: ReadonlyMap<string, Command>;
  readonly ofMessages: ReadonlyMap<string, MessageCommand>;
  readonly services: Services;
  readonly settings: MemberSettings;
  readonly wait: Wait;
  readonly isStopping: () => boolean;
}

/**
 * The one place that talks to Discord about interactions. What it returns never rejects: whatever goes wrong
 * with one interaction is logged, and told to the one who asked if Discord still lets us.
 */
export function createRouter({
  commands,
  messageCommands,
  services,
  wait,
  isStopping = () => false,
}: RouterParts): (interaction: Interaction) => Promise<void> {
  const byName = new Map(commands.map((command) => [command.definition.name, command]));
  const ofMessages = new Map(messageCommands.map((command) => [command.definition.name, command]));
  const settings = createMemberSettings(services, wait);
  return async (interaction) => {
    const id = randomUUID().slice(0, 8);
    const ofOne = { ...services, log: services.log.child({ interaction: id }) };
    const routing = { id, byName, ofMessages, services: ofOne, settings, wait, isStopping };
    if (interaction.isChatInputCommand()) await onCommand(interaction, routing);
    else if (interaction.isMessageContextMenuCommand()) await onMessage(interaction, routing);
    else if (interaction.isButton()) await onButton(interaction, routing);
    else if (interaction.isStringSelectMenu()) await onSelect(interaction, routing);
    else if (interaction.isModalSubmit()) await onForm(interaction, routing);
    else if (interaction.isAutocomplete()) await onTyping(interaction, routing);
  };
}

async function onCommand(interaction: ChatInputCommandInteraction, routing: Routing): Promise<void> {
  const { byName, services } = routing;
  const command = byName.get(interaction.commandName);
  const request = requestOf(interaction, routing);
  const isPrivate = async () => (command ? (await command.isPrivate?.(request, services)) === true : true);
  const run = () => (command ? command.handle(request, services) : sorry(request.copy.reply.unknownCommand));
  await answer(
    interaction,
    interaction.commandName,
    newMessage(interaction, isPrivate),
    run,
    request,
    routing,
  );
}

/** Only the one who chose the command sees what it answers. */
async function onMessage(interaction: MessageContextMenuCommandInteraction, routing: Routing): Promise<void> {
  const { ofMessages, services, settings } = routing;
  const { commandName, guildId, targetMessage } = interaction;
  const command = ofMessages.get(commandName);
  const asker = askerOf(interaction);
  const request = { ...asker, settings: settings(guildId), message: wordsOf(targetMessage) };
  const run = () => (command ? command.handle(request, services) : sorry(asker.copy.reply.unknownCommand));
  await answer(
    interaction,
    commandName,
    newMessage(interaction, async () => true),
    run,
    asker,
    routing,
  );
}

async function onButton(interaction: ButtonInteraction, routing: Routing): Promise<void> {
  const { byName, services } = routing;
  const id = parseCustomId(interaction.customId);
  const action = id && own(byName.get(id.command)?.buttons, id.action);
  const press = pressOf(interaction, routing);
  const run = () => action?.run(id?.args ?? [], press, services);
  await answer(interaction, nameOf(id), sameMessage(interaction), run, press, routing);
}

async function onSelect(interaction: StringSelectMenuInteraction, routing: Routing): Promise<void> {
  const { byName, services } = routing;
  const id = parseCustomId(interaction.customId);
  const action = id && own(byName.get(id.command)?.selects, id.action);
  const press = pressOf(interaction, routing);
  const run = () => action?.run(id?.args ?? [], interaction.values, press, services);
  await answer(interaction, nameOf(id), sameMessage(interaction), run, press, routing);
}

/** What is logged of a custom id: not its arguments, in which anything may stand that somebody sends. */
function nameOf(id: CustomId | undefined): string {
  return id ? `${id.command}:${id.action}` : 'something unknown';
}

/** What stands under a name that anybody may send: not what every object has, such as `constructor`. */
function own<T>(actions: Readonly<Record<string, T>> = {}, name: string): T | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined;
}

function pressOf(interaction: ButtonInteraction | StringSelectMenuInteraction, { settings }: Routing): Press {
  const { message, guildId } = interaction;
  const isSeenByAll = !message.flags.has(MessageFlags.Ephemeral);
  return { ...askerOf(interaction), shown: shownIn(message), isSeenByAll, settings: settings(guildId) };
}

async function onForm(interaction: ModalSubmitInteraction, routing: Routing): Promise<void> {
  const { byName, services } = routing;
  const id = parseCustomId(interaction.customId);
  const action = id && own(byName.get(id.command)?.forms, id.action);
  const message = interaction.isFromMessage() ? interaction : undefined;
  const submission = { ...askerOf(interaction), shown: message ? shownIn(message.message) : '' };
  const run = () => action?.run(id?.args ?? [], filledIn(interaction), submission, services);
  const responder = message ? sameMessage(message) : newMessage(interaction, async () => true);
  await answer(interaction, nameOf(id), responder, run, submission, routing);
}

async function onTyping(interaction: AutocompleteInteraction, routing: Routing): Promise<void> {
  try {
    await interaction.respond(fitChoices(await suggestions(interaction, routing)));
  } catch (error) {
    const { log } = routing.services;
    log.debug({ err: error, command: interaction.commandName }, 'the suggestions came too late');
  }
}

/** None where something is wrong, or not to be had in time. */
async function suggestions(
  interaction: AutocompleteInteraction,
  routing: Routing,
): Promise<readonly OptionChoice[]> {
  const { byName, services, wait, isStopping } = routing;
  const { name: option, value: typed } = interaction.options.getFocused(true);
  const command = byName.get(interaction.commandName);
  if (isStopping()) return [];
  try {
    services.questions.admit(false);
    const typing = { ...requestOf(interaction, routing), option, typed };
    const choices = command?.autocomplete?.(typing, services);
    return (await Promise.race([choices, wait(PATIENCE_MS).then(() => [])])) ?? [];
  } catch (error) {
    if (error instanceof StillPreparing || error instanceof Busy) return [];
    services.log.error({ err: error, command: interaction.commandName, option }, 'suggestions failed');
    return [];
  }
}

function requestOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  { settings }: Routing,
): Request<Readonly<Record<string, unknown>>> {
  return {
    ...askerOf(interaction),
    ...optionsOf(interaction),
    settings: settings(interaction.guildId),
  };
}

/** @param run Gives `undefined` where the interaction is not known (any more). */
async function answer(
  interaction: BaseInteraction,
  what: string,
  responder: Responder,
  run: () => Replies | undefined,
  asker: Asker,
  routing: Routing,
): Promise<void> {
  const { copy } = asker;
  const { id, services, wait, isStopping } = routing;
  const { log, observer } = services;
  const command = commandOf(what, routing);
  const begun = performance.now();
  const ended = (outcome: Outcome) => observer.interactionEnded(command, outcome, performance.now() - begun);
  if (isStopping()) {
    ended('restarting');
    return tell(copy.reply.restarting, responder, copy, log);
  }
  noteUse(asker, services);
  try {
    const replies = run();
    if (replies) await respond(replies, responder, copy, wait);
    else await responder.aside(render(sorry(copy.reply.staleButton), copy));
    log.info({ what, ms: Math.round(performance.now() - begun) }, 'replied');
    ended(replies ? 'replied' : 'unknown');
  } catch (error) {
    ended(outcomeOf(error));
    if (isGone(error)) log.warn({ err: error, what }, 'the interaction was gone before its reply');
    else if (error instanceof StillPreparing) await tell(copy.reply.preparing, responder, copy, log);
    else if (error instanceof Busy) await tell(copy.reply.busy, responder, copy, log);
    else await reportFailure(error, id, what, interaction, responder, copy, log);
  }
}

/** `unknown` where it is none of ours: a custom id may say anything. */
function commandOf(what: string, { byName, ofMessages }: Routing): string {
  const [name = ''] = what.split(':');
  return byName.has(name) || ofMessages.has(name) ? name : 'unknown';
}

function outcomeOf(error: unknown): Outcome {
  if (isGone(error)) return 'gone';
  if (error instanceof Busy) return 'busy';
  return error instanceof StillPreparing ? 'preparing' : 'failed';
}

/** What is kept of a server that the bot has left stays for as long as people use it there. Nobody waits for that. */
function noteUse({ guildId, hasBot }: Asker, { library }: Services): void {
  if (guildId !== null && !hasBot) void library.guildUsed(guildId);
}

/** Tells who asked, and nobody else, why there is no reply. */
async function tell(line: string, responder: Responder, copy: Copy, log: Services['log']): Promise<void> {
  try {
    await responder.aside(render(sorry(line), copy));
  } catch (error) {
    log.warn({ err: error }, 'a member could not be told why there is no reply');
  }
}

async function reportFailure(
  error: unknown,
  errorId: string,
  what: string,
  { guildId }: BaseInteraction,
  responder: Responder,
  copy: Copy,
  log: Services['log'],
): Promise<void> {
  log.error({ err: error, errorId, what }, 'an interaction failed');
  log.debug({ errorId, guildId }, 'the server in which it failed');
  await tell(whatFailed(error, copy)(errorId), responder, copy, log);
}

/** What a moderator can tell whoever hosts the bot, or else that something went wrong. */
function whatFailed(error: unknown, { reply }: Copy): (errorId: string) => string {
  if (!(error instanceof DatabaseFault)) return reply.failed;
  const { reason } = error;
  return reason === 'full' || reason === 'replaced' || reason === 'damaged'
    ? reply.database[reason]
    : reply.database.away;
}

function sorry(line: string): Reply {
  return { tone: 'trouble', blocks: [{ kind: 'text', line }] };
}

/** Unknown message, webhook or interaction; already acknowledged; its token has expired. */
const GONE: ReadonlySet<unknown> = new Set([10_008, 10_015, 10_062, 40_060, 50_027]);

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}
