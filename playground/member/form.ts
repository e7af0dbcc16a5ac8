import { ComponentType } from 'discord-api-types/v10';
import type { Upload } from '../files.js';
import type { Component } from '../rules/components.js';
import { ClientRefusal } from './client-refusal.js';
import { type CallContext, putFile, type Resolved } from './use.js';
import { checkCount, choose } from './values.js';

/** What is filled in a field: text, what is chosen, whether it is ticked, or files. */
export type FieldValue = string | readonly string[] | boolean | readonly Upload[];

/** The components of a form with what was filled in, as a modal submission sends them. */
export function filledIn(
  components: readonly Component[],
  fields: Record<string, FieldValue>,
  context: CallContext,
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
  given: FieldValue | undefined,
  context: CallContext,
  resolved: Resolved,
): object {
  switch (component.type) {
    case ComponentType.TextInput:
      return { value: text(component, given) };
    case ComponentType.Checkbox:
      return { value: given ?? component.default ?? false };
    case ComponentType.RadioGroup:
      return { value: chosen(component, given, context, resolved)[0] ?? null };
    case ComponentType.FileUpload:
      return { values: uploaded(component, given, context, resolved) };
    default:
      return { values: chosen(component, given, context, resolved) };
  }
}

function chosen(
  component: Component,
  given: FieldValue | undefined,
  context: CallContext,
  resolved: Resolved,
): readonly string[] {
  const values = given === undefined ? defaults(component) : ([given].flat() as string[]);
  if (values.length === 0 && component.required === false) return [];
  checkCount(component, values.length);
  for (const value of values) choose(component, value, resolved, context);
  return values;
}

function uploaded(
  component: Component,
  given: FieldValue | undefined,
  { place, files }: CallContext,
  resolved: Resolved,
): string[] {
  const uploads = (given ?? []) as readonly Upload[];
  if (uploads.length > 0 || component.required !== false) checkCount(component, uploads.length);
  return uploads.map((upload) => putFile(files.store(place.channel.id, upload), resolved));
}

function text(input: Component, given: FieldValue | undefined): string {
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
