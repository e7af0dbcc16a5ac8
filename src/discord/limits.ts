import type { APIMessageTopLevelComponent, APIStringSelectComponent } from 'discord.js';
import { ComponentType } from 'discord.js';

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
  customId: 100,
  formTitle: 45,
  /** Of an option of a command, and of a select. */
  choices: 25,
  /** Characters of a choice's name, description and value. */
  choice: 100,
  placeholder: 150,
} as const;

/** A message that Discord would refuse: a mistake in this program, never something that a member did. */
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

  const ids = new Set<string>();
  for (const part of all) {
    if (part.type === ComponentType.Container && part.components.length === 0) yield 'an empty message';
    if (part.type === ComponentType.ActionRow) {
      const { length } = part.components;
      if (length < 1 || length > LIMITS.buttonsInRow) yield `${length} buttons in a row`;
    }
    if (part.type === ComponentType.StringSelect) yield* selectProblems(part);
    else if (part.type !== ComponentType.Button || !('custom_id' in part)) continue;
    else if (!part.label || part.label.length > LIMITS.buttonLabel) yield `the button label "${part.label}"`;
    if (part.custom_id.length > LIMITS.customId) yield `a custom id of ${part.custom_id.length} characters`;
    if (ids.has(part.custom_id)) yield `the custom id "${part.custom_id}" twice`;
    ids.add(part.custom_id);
  }
}

function* selectProblems({ options, placeholder = '', max_values: most = 1 }: APIStringSelectComponent) {
  const { length } = options;
  if (length < 1 || length > LIMITS.choices) yield `a select of ${length} choices`;
  if (most > length) yield `${most} of ${length} choices`;
  if (placeholder.length > LIMITS.placeholder) yield `a placeholder of ${placeholder.length} characters`;
  for (const { label, description = ' ', value } of options) {
    if ([label, description, value].some((text) => text === '' || text.length > LIMITS.choice))
      yield `the choice "${label}" (${value})`;
  }
  if (new Set(options.map(({ value }) => value)).size < length) yield 'two choices of the same value';
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
