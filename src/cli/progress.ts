import cliProgress from "cli-progress";

/** Progress of a run on standard error, and the results that come out meanwhile. */
export interface Progress {
  step(what: string): void;
  /** A line of results on standard output, above the bar where there is one. */
  print(line: string): void;
  stop(): void;
}

const PATIENCE_MS = 2000;

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** No bar: a plain line on standard error every two seconds, or none at all. */
function plainProgress(total: number, silent: boolean): Progress {
  let done = 0;
  let last = Date.now();
  return {
    step(what) {
      done++;
      if (silent || Date.now() - last < PATIENCE_MS) return;
      last = Date.now();
      process.stderr.write(`${done}/${total} ${what}\n`);
    },
    print,
    stop: () => undefined,
  };
}

/** A bar once two seconds have passed; results scroll above it. */
function barProgress(total: number): Progress {
  const started = Date.now();
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total} {duration_formatted} {what}",
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
    linewrap: true,
  });
  let done = 0;
  let shown = false;
  return {
    step(what) {
      done++;
      if (shown) bar.update(done, { what });
      else if (Date.now() - started > PATIENCE_MS) {
        shown = true;
        bar.start(total, done, { what });
      }
    },
    print(line) {
      // Clear the bar's line first; the bar draws itself again below.
      if (shown) process.stderr.write("\r\u001B[K");
      print(line);
      if (shown) bar.render();
    },
    stop() {
      if (shown) bar.stop();
      shown = false;
    },
  };
}

/** A bar on a terminal once two seconds have passed, a plain line every two seconds when piped, nothing when silent. */
export function startProgress(total: number, silent: boolean): Progress {
  return !silent && process.stderr.isTTY ? barProgress(total) : plainProgress(total, silent);
}
