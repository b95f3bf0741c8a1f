/** Runs `compute` at the first call and keeps its result. */
export function lazily<T>(compute: () => T): () => T {
  let kept: { readonly result: T } | undefined;
  return () => {
    kept ??= { result: compute() };
    return kept.result;
  };
}
