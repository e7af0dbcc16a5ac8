import { request } from 'node:http';
import { operations as words } from '../copy/host.js';
import type { Address } from './web.js';

/** What does not answer in this time is not alive. */
const DEADLINE_MS = 3_000;

/** Asks the bot of this host whether it is alive; gives the exit code, as a container asks for it. */
export async function askHealth({ host, port }: Address, print: (line: string) => void): Promise<0 | 1> {
  const found = await statusOf({ host: nearest(host), port });
  print(found === 200 ? words.alive : words.notAlive(`${found}`));
  return found === 200 ? 0 : 1;
}

/** Where a bot that listens on every address of the machine is asked on the machine itself. */
function nearest(host: string): string {
  return { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
}

/** The status that is answered with, or what kept it from being. */
function statusOf({ host, port }: Address): Promise<number | string> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    // No connection is kept open, as the process ends after this.
    const asked = request({ host, port, path: '/healthz', agent: false, signal }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 'no status');
    });
    asked.on('error', (error) => resolve(signal.aborted ? words.noAnswer(DEADLINE_MS) : error.message));
    asked.end();
  });
}
