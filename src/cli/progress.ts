import cliProgress from "cli-progress";

/** Progress of a run on standard error. */
export interface Progress {
  step(what: string): void;
  stop(): void;
}

const PLAIN_EVERY_MS = 2000;

/** A bar on a terminal once two seconds have passed, a plain line every two seconds when piped, nothing when silent. */
export function startProgress(total: number, silent: boolean): Progress {
  if (silent) return { step: () => undefined, stop: () => undefined };
  const started = Date.now();
  let done = 0;
  if (!process.stderr.isTTY) {
    let last = started;
    return {
      step(what) {
        done++;
        if (Date.now() - last < PLAIN_EVERY_MS) return;
        last = Date.now();
        process.stderr.write(`${done}/${total} ${what}\n`);
      },
      stop: () => undefined,
    };
  }
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total} {duration_formatted} {what}",
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
  });
  let shown = false;
  return {
    step(what) {
      done++;
      if (!shown && Date.now() - started > 2000) {
        shown = true;
        bar.start(total, done, { what });
      } else if (shown) bar.update(done, { what });
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}
