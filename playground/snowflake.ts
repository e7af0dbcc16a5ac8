import type { Clock } from './clock.js';

const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Makes ids as Discord does: the time since 2015 in the upper bits, a counter in the lower, ever rising. */
export function createSnowflakes({ now }: Clock): () => string {
  let last = 0n;
  return () => {
    const fresh = BigInt(now() - DISCORD_EPOCH_MS) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}
