/** Milliseconds of computing after which other tasks are due. */
const TURN = 20;

/** Browsers have no `setImmediate`. */
const soon: (task: () => void) => unknown =
  typeof setImmediate === "undefined" ? (task) => setTimeout(task, 0) : setImmediate;

/** When other tasks last had their turn in this thread. */
let turned = performance.now();

/**
 * Lets other tasks have their turn: signals, timeouts, progress.
 *
 * @throws the signal's reason when aborted.
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => soon(resolve));
  turned = performance.now();
  signal?.throwIfAborted();
}

/**
 * The same where it is due: what is only computed never waits by itself, and nobody would hear a signal.
 *
 * @throws the signal's reason when aborted.
 */
export async function takeTurns(signal?: AbortSignal): Promise<void> {
  if (performance.now() - turned > TURN) await pause(signal);
}
