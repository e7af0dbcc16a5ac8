import { readFileSync } from 'node:fs';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly homepage?: string;
}

/**
 * Who asks when a page is fetched, as sites see it and as robots.txt may name it. A site that has a complaint must reach
 * whoever hosts the bot: the address is the `homepage` of their package.json. Without one it says what this is.
 */
export function userAgent({ name, version, homepage }: Manifest = ownManifest()): string {
  const about = homepage ? `+${homepage}` : 'Discord bot; fetches pages that the moderators of a server name';
  return `${name}/${version} (${about})`;
}

function ownManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest;
}
