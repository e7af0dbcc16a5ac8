import type { APIMessageTopLevelComponent, APIStringSelectComponent } from 'discord.js';
import { ComponentType } from 'discord.js';
import { withoutHalfCharacter } from '../documents/names.js';

/** Discord's limits on what a bot sends: https://docs.discord.com/developers/components/reference */
export const LIMITS = {
  /** Characters in all text displays of a message. */
  text: 4000,
  /**
   * The components of a message as UTF-8. It stands in no documentation: Discord fails above about 10,000, which 4,000
   * Chinese characters are well beyond.
   */
  bytes: 9_800,
  /** Components in a message, nested ones included. */
  components: 40,
  buttonsInRow: 5,
  buttonLabel: 80,
  /** What a select takes; characters of an option's label, its description and its value. */
  options: 25,
  option: 100,
  placeholder: 150,
  customId: 100,
  formTitle: 45,
  choices: 25,
  /** Characters of a choice's name, and of its value. */
  choice: 100,
} as const;

/**
 * A message that Discord would refuse: a mistake in this program, never something that a member did. It is logged, so its
 * message has sizes and not what stands in the reply.
 */
export class OverLimitError extends Error {
  override readonly name = 'OverLimitError';
}

/** @throws {OverLimitError} naming every limit that the message breaks */
export function checkLimits(components: readonly APIMessageTopLevelComponent[]): void {
  const broken = [...problems(components)];
  if (broken.length > 0) throw new OverLimitError(broken.join('; '));
}

function* problems(components: readonly APIMessageTopLevelComponent[]): Generator<string> {
  const all = components.flatMap(withNested);
  const texts = all.flatMap((part) => (part.type === ComponentType.TextDisplay ? [part.content] : []));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = bytesOf(components);
  if (bytes > LIMITS.bytes) yield `${bytes} bytes`;
  if (all.length > LIMITS.components) yield `${all.length} components`;
  if (characters > LIMITS.text) yield `${characters} characters of text`;
  if (texts.some((text) => text.trim() === '')) yield 'a blank text display';

  for (const part of all) yield* problemsOf(part);
  yield* idProblems(all);
}

function* problemsOf(part: AnyComponent): Generator<string> {
  switch (part.type) {
    case ComponentType.Container:
      if (part.components.length === 0) yield 'an empty message';
      break;
    case ComponentType.ActionRow:
      yield* rowProblems(part);
      break;
    case ComponentType.StringSelect:
      yield* selectProblems(part);
      break;
    case ComponentType.Button:
      if (!('label' in part) || !part.label || part.label.length > LIMITS.buttonLabel)
        yield `a button label of ${'label' in part ? (part.label?.length ?? 0) : 0} characters`;
  }
}

function* idProblems(parts: readonly AnyComponent[]): Generator<string> {
  const seen = new Set<string>();
  for (const part of parts) {
    if (!('custom_id' in part)) continue;
    const { custom_id: id } = part;
    if (id.length > LIMITS.customId) yield `a custom id of ${id.length} characters`;
    if (seen.has(id)) yield 'a custom id twice';
    seen.add(id);
  }
}

function* rowProblems({ components }: { readonly components: readonly AnyComponent[] }): Generator<string> {
  const { length } = components;
  const hasSelect = components.some(({ type }) => type === ComponentType.StringSelect);
  if (length < 1 || length > LIMITS.buttonsInRow) yield `${length} buttons in a row`;
  if (hasSelect && length > 1) yield 'something beside a select';
}

function* selectProblems({
  options,
  placeholder = '',
  max_values: most = 1,
}: APIStringSelectComponent): Generator<string> {
  if (options.length < 1 || options.length > LIMITS.options) yield `${options.length} options`;
  if (most > options.length) yield `${most} of ${options.length} options`;
  if (placeholder.length > LIMITS.placeholder) yield `a placeholder of ${placeholder.length} characters`;
  const isRight = (text: string) => text !== '' && text.length <= LIMITS.option;
  for (const { label, description = label, value } of options)
    if (![label, description, value].every(isRight))
      yield `an option of ${label.length}, ${description.length} and ${value.length} characters`;
  if (new Set(options.map(({ value }) => value)).size < options.length) yield 'an option twice';
}

/** The beginning of a text that Discord shows as it is, with an ellipsis where there is more. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${withoutHalfCharacter(text.slice(0, most - 1))}…`;
}

/** What something takes on its way to Discord. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

type AnyComponent =
  | APIMessageTopLevelComponent
  | Extract<APIMessageTopLevelComponent, { components: unknown }>['components'][number];

function withNested(part: AnyComponent): AnyComponent[] {
  return 'components' in part ? [part, ...part.components.flatMap(withNested)] : [part];
}
