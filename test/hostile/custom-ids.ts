import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { commands } from '../../src/commands/commands.js';
import type { Attack } from './attack.js';
import { hostileText, TELLING } from './texts.js';

// Custom ids that are not what the bot made for whoever sends them.

const HOSTILE_ARGUMENTS = [
  ...TELLING,
  'server',
  'shared',
  'anyway',
  'up',
  'down',
  '1',
  '2',
  '00001',
  '99999',
  '1.5',
  'moderation',
  'answers',
];

/** A custom id that the bot made for somebody else, or never. */
export function customId({ seen }: Attack): fc.Arbitrary<string> {
  const real = seen.ids.filter((id) => id.length <= 100 && id !== '');
  const known = commands.flatMap(({ definition, buttons, selects, forms }) =>
    [buttons, selects, forms].flatMap((of) =>
      Object.keys(of ?? {}).map((action) => `${definition.name}:${action}`),
    ),
  );
  const argument = fc.oneof(
    fc.constantFrom(...HOSTILE_ARGUMENTS),
    hostileText(30),
    fc.constantFrom(...real, 'a').map((id) => id.split(':').at(-1) ?? ''),
  );
  const action = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    fc
      .tuple(fc.constantFrom(...TELLING, 'ask', 'knowledge'), fc.constantFrom(...TELLING))
      .map((parts) => parts.join(':')),
  );
  const made = fc
    .tuple(
      action,
      fc.array(
        fc.oneof(
          argument,
          argument.map((one) => encodeURIComponent(Buffer.from(one).toString())),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([head, args]) => [head, ...args].join(':'));
  const other = fc
    .tuple(fc.constantFrom(...real, 'ask:thumb:1:up'), argument, fc.nat(4))
    .map(([id, arg, at]) =>
      id
        .split(':')
        .map((part, place) => (place === at ? arg : part))
        .join(':'),
    );
  return fc
    .oneof(fc.constantFrom(...real, 'knowledge:publish:a'), made, other, hostileText(100))
    .map((id) => id.slice(0, 100) || 'a');
}

/** Buttons with these custom ids, in rows. */
export function rowsOf(ids: readonly string[]): object[] {
  return Array.from({ length: Math.ceil(ids.length / 5) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: ids.slice(row * 5, row * 5 + 5).map((custom_id) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'a',
      custom_id,
    })),
  }));
}
