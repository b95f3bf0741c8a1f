import cliProgress from "cli-progress";
import type { Output } from "./output.js";

/** Progress of a run on standard error, and the results that come out meanwhile. */
export interface Progress {
  /** One more is done. */
  step(what: string): void;
  /** What is going on inside one that takes long. */
  note(what: string): void;
  /** A line of results on standard output, above the bar where there is one. */
  print(line: string): void;
  stop(): void;
}

const PATIENCE_MS = 2000;
/** Notes on a pipe are for logs: fewer. */
const NOTES_EVERY_MS = 10_000;

/** No bar: a plain line on standard error now and then, or none at all. */
function plainProgress(total: number, silent: boolean, { print }: Output): Progress {
  let done = 0;
  let last = Date.now();
  const say = (what: string, every: number) => {
    if (silent || Date.now() - last < every) return;
    last = Date.now();
    process.stderr.write(`${done}/${total} ${what}\n`);
  };
  return {
    step(what) {
      done++;
      say(what, PATIENCE_MS);
    },
    note: (what) => say(what, NOTES_EVERY_MS),
    print,
    stop: () => undefined,
  };
}

/** A bar once two seconds have passed; results scroll above it. */
function barProgress(total: number, { print }: Output): Progress {
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total} {duration_formatted}, {eta_formatted} left {what}",
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
    linewrap: true,
  });
  let done = 0;
  let latest = "";
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    bar.start(total, done, { what: latest });
  }, PATIENCE_MS);
  timer.unref();
  const update = (what: string) => {
    latest = what;
    if (shown) bar.update(done, { what });
  };
  return {
    step(what) {
      done++;
      update(what);
    },
    note: update,
    print(line) {
      // Clear the bar's line first; the bar draws itself again below.
      if (shown) process.stderr.write("\r\u001B[K");
      print(line);
      if (shown) bar.render();
    },
    stop() {
      clearTimeout(timer);
      if (shown) bar.stop();
      shown = false;
    },
  };
}

/** A bar on a terminal once two seconds have passed, plain lines when piped, nothing when silent. */
export function startProgress(total: number, silent: boolean, output: Output): Progress {
  return !silent && process.stderr.isTTY ? barProgress(total, output) : plainProgress(total, silent, output);
}
