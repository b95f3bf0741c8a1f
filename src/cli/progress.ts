import type { Output, Tint } from "./output.js";
import { oneLine } from "./printable.js";

/** Progress of a run on standard error, and the results that come out meanwhile. */
export interface Progress {
  /** One more is done. */
  step(what: string): void;
  /** What is going on inside one that takes long. */
  note(what: string): void;
  /** A line of results on standard output, above the bar where there is one. */
  print(line: string, tint?: Tint): void;
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
    process.stderr.write(`${done}/${total} ${oneLine(what)}\n`);
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

/** The bar itself, which is loaded when it is shown: most runs end before. */
async function newBar() {
  const { default: cliProgress } = await import("cli-progress");
  return new cliProgress.SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total} {duration_formatted}, {eta_formatted} left {what}",
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
    linewrap: true,
  });
}

/** A bar once two seconds have passed; results scroll above it. */
function barProgress(total: number, { print }: Output): Progress {
  let bar: Awaited<ReturnType<typeof newBar>> | undefined;
  let done = 0;
  let latest = "";
  let stopped = false;
  const show = async () => {
    const made = await newBar();
    if (stopped) return;
    bar = made;
    bar.start(total, done, { what: latest });
  };
  const timer = setTimeout(() => void show(), PATIENCE_MS);
  timer.unref();
  const update = (what: string) => {
    latest = oneLine(what);
    bar?.update(done, { what: latest });
  };
  return {
    step(what) {
      done++;
      update(what);
    },
    note: update,
    print(line) {
      // Clear the bar's line first; the bar draws itself again below.
      if (bar) process.stderr.write("\r\u001B[K");
      print(line);
      bar?.render();
    },
    stop() {
      clearTimeout(timer);
      stopped = true;
      bar?.stop();
      bar = undefined;
    },
  };
}

/** A bar on a terminal once two seconds have passed, plain lines when piped, nothing when silent. */
export function startProgress(total: number, silent: boolean, output: Output): Progress {
  return !silent && process.stderr.isTTY ? barProgress(total, output) : plainProgress(total, silent, output);
}
