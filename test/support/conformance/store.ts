import type { FreshDatabase } from '../databases.js';
import { StoreBench } from './bench.js';
import { growth } from './growth.js';
import { knownQuestions } from './known-questions.js';
import { leases } from './leases.js';
import { reports } from './reports.js';
import { revisions } from './revisions.js';
import { servers } from './servers.js';
import { storedRows } from './stored-rows.js';
import { takedowns } from './takedowns.js';
import { upkeep } from './upkeep.js';

/** What every backend does alike: the one suite that all of them pass. */
export function storeConformance(fresh: () => Promise<FreshDatabase>): void {
  const bench = new StoreBench(fresh);
  for (const part of [
    revisions,
    takedowns,
    knownQuestions,
    servers,
    reports,
    upkeep,
    leases,
    growth,
    storedRows,
  ])
    part(bench);
}
