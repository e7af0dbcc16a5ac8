import fc, { type GeneratorValue } from 'fast-check';
import { type Given, openHandlers } from '../support/handlers.js';
import { violationsOf } from '../support/reply-rules.js';
import { createWalk } from './reply-walk.js';
import { replyWorlds } from './reply-worlds.js';

/** What came of using the bot for a while. */
export interface Outcome {
  readonly replies: number;
  /** How many came of each command, button, select and form, in each language. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly violations: readonly string[];
  /** The most of what Discord bounds that any reply had. */
  readonly longest: { readonly bytes: number; readonly components: number };
}

/** Uses the bot in each of the knowledge bases by turns until it has made so many replies. */
export async function makeReplies(wanted: number, seed: number): Promise<Outcome> {
  const counts = new Map<string, Map<string, number>>();
  const violations: string[] = [];
  let replies = 0;
  const longest = { bytes: 0, components: 0 };
  const worlds = replyWorlds(seed);
  // The empty one has least to show.
  const shares = worlds.map((_, at) => (at === 0 ? 0.1 : 0.9 / (worlds.length - 1)));

  for (const [at, world] of worlds.entries()) {
    const until = replies + Math.ceil(wanted * (shares[at] ?? 0));
    const handlers = await openHandlers(world.options);
    const walk = createWalk(handlers, world);
    const draw = generators(seed + at);
    while (replies < until) {
      try {
        for (const given of await walk.step(draw())) take(given, world.name);
      } catch (error) {
        violations.push(`${world.name}: ${error instanceof Error ? error.message : error}`);
      }
      if (violations.length > 50) break;
    }
    for (const given of handlers.posted) take(given, world.name);
    await handlers.end();
  }
  return { replies, counts, violations, longest };

  function take(given: Given, world: string): void {
    replies += 1;
    const of = counts.get(given.what) ?? new Map<string, number>();
    counts.set(given.what, of.set(given.locale, (of.get(given.locale) ?? 0) + 1));
    for (const what of violationsOf(given))
      violations.push(`${world}, ${given.what} in ${given.locale}: ${what}`);
    if (given.kind === 'message') {
      const json = JSON.stringify(given.message.components);
      longest.bytes = Math.max(longest.bytes, Buffer.byteLength(json));
      longest.components = Math.max(longest.components, json.split('"type":').length - 1);
    }
  }
}

/** A new source of values for each step, all following from the seed. */
function generators(seed: number): () => GeneratorValue {
  let drawn = 0;
  return () => {
    const [g] = fc.sample(fc.gen(), { seed: seed + drawn++ * 7_919, numRuns: 1 });
    if (!g) throw new Error('nothing was drawn');
    return g;
  };
}
