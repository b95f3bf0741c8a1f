/**
 * A signal that Ctrl-C (or a polite kill) aborts. It listens until the process ends, so that an interrupt in the last
 * moments does not make a run that is done one that was killed; a second one ends the process as it ends any.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(new Interrupted());
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  return controller.signal;
}

/** The user stopped the run. Exit code 130. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  constructor() {
    super("interrupted");
  }
}
