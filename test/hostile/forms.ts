import { ComponentType } from 'discord-api-types/v10';
import { type Component, isSelect, walk } from '../../playground/rules/components.js';
import { whole } from '../support/moderated-server.js';
import { type Attack, moderators, nth } from './attack.js';

// The forms of the bot, and what somebody may send as filled in.

/** Opens each form that a moderator can open, in both servers. */
export async function openForms(attack: Attack): Promise<void> {
  const { playground } = attack.target;
  for (const as of moderators) {
    for (const options of [{ page: 'answers' }, { page: 'moderation' }]) {
      await attack.attempt('forms', '/knowledge settings', as, () =>
        playground.use({ command: 'knowledge settings', options, ...as }),
      );
    }
    const asked = await playground.use({ command: 'knowledge questions', ...as });
    const shown = await whole(asked);
    for (const { component } of walk((shown.components ?? []) as unknown as Component[], [])) {
      if (component.type !== ComponentType.Button || !component.custom_id || component.disabled) continue;
      const id = component.custom_id;
      await attack.attempt('forms', id, as, () => playground.press(shown, id, as));
    }
  }
}

/** A value for each field that Discord would let somebody send: hostile text, or what is offered. */
export function filledIn(
  components: readonly Component[],
  texts: Iterator<string>,
): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const { component } of walk(components, [])) {
    const { custom_id, type, options, max_length } = component;
    if (!custom_id) continue;
    const text = texts.next().value as string;
    if (type === ComponentType.TextInput) fields[custom_id] = text.slice(0, max_length ?? 4_000);
    else if (isSelect(component) && options) fields[custom_id] = [nth(options, text.length).value];
  }
  return fields;
}
