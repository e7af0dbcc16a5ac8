import { recall, remember } from '../kept.js';

/**
 * What somebody has begun to write in a place: plain text, or a command with what is filled in. It is there again when they
 * come back, also after the page was closed.
 *
 * @typedef {{ text: string } | { command: string, values: Record<string, unknown> }} Draft
 */

/** @param {string} user @param {string} place */
const keyOf = (user, place) => `draft:${user}:${place}`;

/** @returns {Draft | undefined} */
export const draftOf = (user, place) => recall(keyOf(user, place));

/** @param {Draft} draft */
export function keepDraft(user, place, draft) {
  const isEmpty = 'text' in draft && draft.text === '';
  remember(keyOf(user, place), isEmpty ? undefined : draft);
}
