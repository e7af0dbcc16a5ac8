/** Whoever calls while the work goes on waits for the same: a database that is silent has one question to answer. */
export function sharedRun<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
