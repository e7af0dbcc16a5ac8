/** What the playground refuses, in words for the person in front of it. */
export class Refused extends Error {}

/** The playground did not answer at all. */
export class Unreachable extends Error {
  constructor() {
    super('The playground cannot be reached. Start it again with npm start; what you typed is kept.');
  }
}

async function request(path, options) {
  const response = await fetch(`/page/${path}`, options).catch(() => {
    throw new Unreachable();
  });
  const body = await response.json();
  if (!response.ok) throw new Refused(body.message);
  return body;
}

/** @param {string} path */
export const get = (path) => request(path);

/**
 * Does something as a person, and waits for what the bot makes of it.
 *
 * @param {string} action such as `use` or `press`
 * @param {object} body
 * @param {Record<string, File>} [files] options, and fields of forms, that are files
 */
export async function act(action, body, files = {}) {
  const names = Object.keys(files);
  if (names.length === 0) {
    const headers = { 'content-type': 'application/json' };
    return request(action, { method: 'POST', headers, body: JSON.stringify(body) });
  }
  const form = new FormData();
  const numbers = Object.fromEntries(names.map((name, index) => [name, index]));
  form.set('payload_json', JSON.stringify({ ...body, files: numbers }));
  for (const [index, name] of names.entries()) form.set(`files[${index}]`, files[name]);
  return request(action, { method: 'POST', body: form });
}

/**
 * Calls back for each event of a stream, until it is closed.
 *
 * @param {string} stream
 * @param {{ onEvent(event: object): void, onOpen?(): void, onLost?(): void }} handlers
 * @returns {() => void} ends it
 */
export function follow(stream, { onEvent, onOpen, onLost }) {
  const events = new EventSource(`/page/${stream}`);
  events.onmessage = ({ data }) => onEvent(JSON.parse(data));
  if (onOpen) events.onopen = onOpen;
  if (onLost) events.onerror = onLost;
  return () => events.close();
}
