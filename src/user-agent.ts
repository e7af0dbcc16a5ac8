import { readFileSync } from 'node:fs';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly homepage?: string;
}

/**
 * Who asks when a page is fetched, as sites see it and as robots.txt may name it. Whoever hosts a bot is who a site
 * has to turn to, so the address is the `homepage` that their package.json gives; without one it says what this is.
 */
export function userAgent({ name, version, homepage }: Manifest = ownManifest()): string {
  const about = homepage ? `+${homepage}` : 'Discord bot; fetches pages that the moderators of a server name';
  return `${name}/${version} (${about})`;
}

function ownManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
}
