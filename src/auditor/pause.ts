/**
 * Lets other tasks have their turn: signals, timeouts, progress.
 *
 * @throws the signal's reason when aborted.
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
