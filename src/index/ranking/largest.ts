/** The last of so many largest scores of some things; 0 where there are fewer, and none is below. */
export function largest<T>(count: number, things: Iterable<T>, scoreOf: (thing: T) => number): number {
  const rising = new Float64Array(count);
  for (const thing of things) {
    const score = scoreOf(thing);
    if (score <= (rising[0] ?? 0)) continue;
    let place = 0;
    for (; place + 1 < count && (rising[place + 1] ?? 0) < score; place++)
      rising[place] = rising[place + 1] ?? 0;
    rising[place] = score;
  }
  return rising[0] ?? 0;
}
