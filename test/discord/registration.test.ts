import { expect, test } from 'vitest';
import { commands, messageCommands } from '../../src/commands/commands.js';
import { isSameList } from '../../src/discord/registration.js';

const definitions = [...commands, ...messageCommands].map(({ definition }) => definition);

/** What Discord gives back for a definition: with ids, and with what was left out spelt out. */
function asKept(definition: (typeof definitions)[number], at: number) {
  return {
    id: `${at}`,
    application_id: '1',
    version: `${at}9`,
    type: 1,
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    // Of a command in the menu of a message: an empty text.
    description: '',
    name_localizations: null,
    description_localizations: null,
    // What the application is set to, where a command does not say: here, members may install it for themselves too.
    integration_types: [0, 1],
    contexts: null,
    ...definition,
    options: optionsOf(definition).map((option) => ({
      name_localizations: null,
      required: false,
      ...option,
    })),
  };
}

function optionsOf(definition: (typeof definitions)[number]): readonly object[] {
  return 'options' in definition ? (definition.options ?? []) : [];
}

test('the same list, as Discord keeps it, in another order', () => {
  expect(isSameList(definitions.map(asKept).reverse(), definitions)).toBe(true);
});

test('nothing published yet', () => {
  expect(isSameList([], definitions)).toBe(false);
  expect(isSameList({ message: 'not a list' }, definitions)).toBe(false);
});

const [first, ...others] = definitions.map(asKept);
test.each([
  ['one missing', others],
  ['one too many', [first, ...others, { ...first, name: 'old' }]],
  ['another description', [{ ...first, description: 'Old' }, ...others]],
  ['an option that is no longer required', [{ ...first, options: [] }, ...others]],
  ['for moderators only', [{ ...first, default_member_permissions: '32' }, ...others]],
  ['no longer in direct messages', [{ ...first, contexts: [0] }, ...others]],
  ['a name in another language', [{ ...first, name_localizations: { de: 'frage' } }, ...others]],
])('%s is a difference', (_, published) => {
  expect(isSameList(published, definitions)).toBe(false);
});
