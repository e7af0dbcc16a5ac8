import { type Component, isSelect, mostOf } from '../rules/components.js';
import { ClientRefusal } from './client-refusal.js';
import { type Resolved, resolveId, type Surroundings } from './use.js';

/** What is sent when values are chosen in a select. @throws ClientRefusal for a choice that it does not offer. */
export function selected(select: Component, values: readonly string[], context: Surroundings) {
  if (!isSelect(select)) throw new ClientRefusal(`${select.custom_id} is not a select`);
  checkCount(select, values.length);
  const resolved: Resolved = {};
  for (const value of values) choose(select, value, resolved, context);
  return {
    custom_id: select.custom_id,
    values,
    ...(Object.keys(resolved).length ? { resolved } : {}),
  };
}

/** @throws ClientRefusal where so many cannot be chosen. */
export function checkCount(component: Component, count: number): void {
  const [least, most] = [component.min_values ?? 1, mostOf(component)];
  if (count >= least && count <= most) return;
  throw new ClientRefusal(`${component.custom_id} takes ${least} to ${most} values`);
}

/** Adds what is chosen to what ids stand for. @throws ClientRefusal where it is not offered. */
export function choose(select: Component, value: string, resolved: Resolved, context: Surroundings): void {
  if (!select.options) resolveId(value, resolved, context);
  else if (!select.options.some((option) => option.value === value)) {
    throw new ClientRefusal(`${select.custom_id} has no option ${value}`);
  }
}
