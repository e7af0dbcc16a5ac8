import type { RequestBody } from './body.js';

export interface RestRequest {
  params: Record<string, string>;
  query: URLSearchParams;
  body: RequestBody;
}

/** Answers with JSON, or with 204 where there is nothing to say. */
export type Handler = (request: RestRequest) => unknown;

export interface Route {
  method: string;
  pattern: RegExp;
  /** Needs no bot token: the token of an interaction is in the path. */
  isOpen: boolean;
  handle: Handler;
}

/** A route by its path, such as `/channels/:channel/messages`. */
export function route(method: string, path: string, handle: Handler, { isOpen = false } = {}): Route {
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { method, pattern, handle, isOpen };
}

/** The route for a request, with what its path says. */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const candidate of routes) {
    const match = candidate.method === method ? candidate.pattern.exec(path) : null;
    if (match) return { route: candidate, params: decoded(match.groups ?? {}) };
  }
  return undefined;
}

const decoded = (params: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decode(value)]));

/** Text of an address as it reads; as it is where it cannot be read. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
