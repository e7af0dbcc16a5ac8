import { LIMITS } from './limits.js';

/** What a button, or a select, carries: whose it is, what it does, and all that is needed to do it, even after a restart. */
export interface CustomId {
  readonly command: string;
  readonly action: string;
  readonly args: readonly string[];
}

const NAME = /^[a-z][a-z-]*$/;

/** @throws {RangeError} if Discord would refuse it: arguments are meant to be numbers and short names */
export function customId(command: string, action: string, ...args: readonly (string | number)[]): string {
  const id = [command, action, ...args.map((arg) => encodeURIComponent(arg))].join(':');
  if (id.length > LIMITS.customId)
    throw new RangeError(`a custom id of ${command}:${action} with ${id.length} characters`);
  return id;
}

/** `undefined` for anything that {@link customId} does not make. */
export function parseCustomId(id: string): CustomId | undefined {
  const [command = '', action = '', ...encoded] = id.split(':');
  if (!NAME.test(command) || !NAME.test(action)) return undefined;
  try {
    const args = encoded.map(decodeURIComponent);
    return customId(command, action, ...args) === id ? { command, action, args } : undefined;
  } catch {
    return undefined;
  }
}
