import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sendJson } from './server.js';

/** What goes wrong with a request to the API, before it is carried out or after that. */
export interface Trouble {
  readonly when: 'before' | 'after';
  readonly what: /** The connection is cut. */
    | { readonly kind: 'cut' }
    /** Nothing is answered, and the connection stays. */
    | { readonly kind: 'silence' }
    | { readonly kind: 'delay'; readonly ms: number }
    | {
        readonly kind: 'answer';
        readonly status: number;
        readonly body?: object;
        readonly headers?: Headers;
      };
}

type Headers = Readonly<Record<string, string>>;

/** A trouble that the next requests to a route meet. */
export interface RestFault extends Trouble {
  /** `POST /interactions/:id/:token/callback`. */
  readonly route: string;
  /** How many of them. */
  times: number;
}

/** All that goes wrong at present. May be changed at any time. */
export interface Faults {
  /** The first one for a route is met. */
  rest: RestFault[];
  gateway: {
    /** What each connection is closed with, instead of a welcome. */
    closeWith?: number;
    /** Whoever connects, or says who they are, hears nothing. */
    isSilent?: boolean;
    /** Every event arrives twice. */
    deliversTwice?: boolean;
  };
}

export const noFaults = (): Faults => ({ rest: [], gateway: {} });

/** The trouble that a request meets, which is one less for those after it. */
export function troubleFor({ rest }: Faults, method: string, path: string): Trouble | undefined {
  const fault = rest.find(({ route, times }) => times > 0 && isOn(route, method, path));
  if (fault) fault.times -= 1;
  return fault;
}

/** Whether a request is on a route, whose parts with a colon stand for anything. */
function isOn(route: string, method: string, path: string): boolean {
  const [wanted, pattern = ''] = route.split(' ');
  const [parts, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted === method &&
    parts.length === given.length &&
    parts.every((part, at) => part.startsWith(':') || part === given[at])
  );
}

/** Does what a trouble does at this time. @returns whether nothing more is to be answered. */
export async function befall(
  trouble: Trouble | undefined,
  when: Trouble['when'],
  response: ServerResponse,
): Promise<boolean> {
  if (trouble?.when !== when) return false;
  const { what } = trouble;
  switch (what.kind) {
    case 'cut':
      response.destroy();
      return true;
    case 'silence':
      return true;
    case 'delay':
      await wait(what.ms, undefined, { ref: false });
      return false;
    case 'answer':
      for (const [name, value] of Object.entries(what.headers ?? {})) response.setHeader(name, value);
      sendJson(response, what.status, what.body);
      return true;
  }
}
