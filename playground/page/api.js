/** What the playground refuses, in words for the person in front of it. */
export class Refused extends Error {}

async function json(response) {
  const body = await response.json();
  if (!response.ok) throw new Refused(body.message);
  return body;
}

/** @param {string} path */
export const get = async (path) => json(await fetch(`/page/${path}`));

/**
 * Does something as a person, and waits for what the bot makes of it.
 *
 * @param {string} action such as `use` or `press`
 * @param {object} body
 * @param {Record<string, File>} [files] options that are files
 */
export async function act(action, body, files = {}) {
  const names = Object.keys(files);
  if (names.length === 0) return json(await post(action, JSON.stringify(body), 'application/json'));
  const form = new FormData();
  const numbers = Object.fromEntries(names.map((name, index) => [name, index]));
  form.set('payload_json', JSON.stringify({ ...body, files: numbers }));
  for (const [index, name] of names.entries()) form.set(`files[${index}]`, files[name]);
  return json(await post(action, form));
}

const post = (action, body, type) =>
  fetch(`/page/${action}`, { method: 'POST', body, headers: type ? { 'content-type': type } : {} });

/**
 * Calls back for each change in the playground, for as long as the page is open.
 *
 * @param {{ onChange(change: object): void, onReconnect(): void, onLost(): void }} handlers
 */
export function follow({ onChange, onReconnect, onLost }) {
  const events = new EventSource('/page/events');
  events.onmessage = ({ data }) => onChange(JSON.parse(data));
  events.onopen = onReconnect;
  events.onerror = onLost;
}
