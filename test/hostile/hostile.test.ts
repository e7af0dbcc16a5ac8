import { afterAll, beforeAll, expect, test } from 'vitest';
import { createParsers } from '../../src/parsing/parsers.js';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';
import { type Attack, IN_PRIVATE, openAttack, SECRETS } from './attack.js';
import { kinds } from './kinds.js';
import { type HostileSites, importFromHere, openSites } from './site.js';

// The real bot in two servers, given what means harm by everybody who can give it anything. `node dist/bench/hostile.js` gives it
// ten thousand inputs and measures how long it stands still; here it is given some of each kind.

const SEED = 20_260_301;
/** How many of each kind: previews take longest. */
const COUNTS: Readonly<Record<string, number>> = {
  questions: 40,
  autocomplete: 100,
  'options of commands': 60,
  'custom ids': 150,
  selects: 20,
  forms: 40,
  'attached files': 8,
  'web pages and robots.txt': 6,
  'files of the folder': 15,
  'glossary, judged and known questions': 9,
};

const parsers = createParsers();
let server: ModeratedServer;
let sites: HostileSites;
let attack: Attack;

beforeAll(async () => {
  sites = await openSites();
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
    parserOf: parsers.ofServer,
    importOf: (apiUrl) => importFromHere(apiUrl, parsers),
  });
  attack = await openAttack({
    playground: server.playground,
    folder: server.bench.folder,
    sites,
    nextMinute: async () => {
      server.bench.now = new Date(server.bench.now.getTime() + 60_000);
    },
  });
});

afterAll(async () => {
  await server.end();
  await sites.close();
  await parsers.close();
});

test.each(Object.entries(kinds))(
  '%s: each gets a reply that pings nobody, shows nothing of another server and is not refused',
  async (name, kind) => {
    await kind(attack, COUNTS[name] ?? 0, SEED);
    expect(attack.findings).toEqual([]);
    expect(attack.tried.get(name)).toBeGreaterThan((COUNTS[name] ?? 0) / 2);
  },
  120_000,
);

test('the log of all that has no question, and no id', () => {
  const secrets = [...Object.values(SECRETS), IN_PRIVATE];
  const telling = server.logged
    .map((line) => JSON.stringify(line))
    .filter((line) => /\d{15,}/.test(line) || secrets.some((secret) => line.includes(secret)));
  expect(telling).toEqual([]);
  expect(server.logged.length).toBeGreaterThan(100);
});
