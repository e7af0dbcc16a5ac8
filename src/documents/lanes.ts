/** Runs the task for all items, as many at a time as there are lanes; results are in the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries();
  const lane = async () => {
    for (const [position, item] of entries) results[position] = await task(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
