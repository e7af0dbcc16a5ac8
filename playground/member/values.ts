import { ComponentType } from 'discord-api-types/v10';
import { type Component, isSelect } from '../rules/components.js';
import { ClientRefusal } from './client-refusal.js';
import { type Resolved, resolveId, type Surroundings } from './use.js';

/** What is sent when values are chosen in a select. @throws ClientRefusal for a choice that it does not offer. */
export function selected(select: Component, values: readonly string[], context: Surroundings) {
  if (!isSelect(select)) throw new ClientRefusal(`${select.custom_id} is not a select`);
  const [least, most] = [select.min_values ?? 1, select.max_values ?? 1];
  if (values.length < least || values.length > most) {
    throw new ClientRefusal(`${select.custom_id} takes ${least} to ${most} values`);
  }
  const resolved: Resolved = {};
  for (const value of values) choose(select, value, resolved, context);
  return {
    custom_id: select.custom_id,
    values,
    ...(Object.keys(resolved).length ? { resolved } : {}),
  };
}

function choose(select: Component, value: string, resolved: Resolved, context: Surroundings): void {
  if (!select.options) resolveId(value, resolved, context);
  else if (!select.options.some((option) => option.value === value)) {
    throw new ClientRefusal(`${select.custom_id} has no option ${value}`);
  }
}

/** The components of a form with what was filled in, as a modal submission sends them. */
export function filledIn(
  components: readonly Component[],
  fields: Record<string, string | readonly string[]>,
  context: Surroundings,
  resolved: Resolved,
): object[] {
  const inputs = new Set<string>();
  const fill = (component: Component): object => {
    const { type, id = 0, custom_id } = component;
    if (component.components) return { type, id, components: component.components.map(fill) };
    if (component.component) return { type, id, component: fill(component.component) };
    if (!custom_id) return { type, id };
    inputs.add(custom_id);
    return { type, id, custom_id, ...fieldValue(component, fields[custom_id], context, resolved) };
  };
  const filled = components.map(fill);
  const unknown = Object.keys(fields).find((name) => !inputs.has(name));
  if (unknown !== undefined) throw new ClientRefusal(`the form has no field ${unknown}`);
  return filled;
}

function fieldValue(
  component: Component,
  given: string | readonly string[] | undefined,
  context: Surroundings,
  resolved: Resolved,
): object {
  if (component.type === ComponentType.TextInput) return { value: text(component, given) };
  const values = given === undefined ? defaults(component) : [given].flat();
  if (values.length === 0 && component.required === false) return { values: [] };
  const { resolved: more, ...chosen } = selected(component, values, context);
  for (const [kind, entries] of Object.entries(more ?? {})) {
    const key = kind as keyof Resolved;
    resolved[key] = { ...resolved[key], ...entries };
  }
  return { values: chosen.values };
}

function text(input: Component, given: string | readonly string[] | undefined): string {
  const value = given === undefined ? (input.value ?? '') : String(given);
  const [least, most] = [input.min_length ?? 0, input.max_length ?? 4000];
  if (value === '' && input.required === false) return value;
  if (value === '' || value.length < least || value.length > most) {
    throw new ClientRefusal(`the field ${input.custom_id} takes ${Math.max(least, 1)} to ${most} characters`);
  }
  return value;
}

function defaults(select: Component): string[] {
  const options = (select.options ?? []).filter((option) => option.default).map(({ value }) => value);
  const others = (select.default_values ?? []).map((one) => (one as { id: string }).id);
  return [...options, ...others];
}
