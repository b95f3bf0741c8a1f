/** Waits for work, but no longer than something may last; null when that is over. */
export async function within<T>(until: AbortSignal | undefined, work: Promise<T>): Promise<T | null> {
  if (!until) return work;
  // Whoever is left behind may still fail; nobody waits for it.
  work.catch(() => undefined);
  if (until.aborted) return null;
  let over: (() => void) | undefined;
  const end = new Promise<null>((resolve) => {
    over = () => resolve(null);
    until.addEventListener("abort", over, { once: true });
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    if (over) until.removeEventListener("abort", over);
  }
}
