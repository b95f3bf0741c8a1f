import { aboutText } from "./duration-text.js";
import type { Output, Tint } from "./output.js";
import { oneLine } from "./printable.js";

/** How much of the work a step was. */
interface Step {
  /** In whatever the total is counted in; 1 if left out. */
  readonly weight?: number;
  /** Whether it was done now, as it was unless this is false. What was known already says nothing of the time left. */
  readonly fresh?: boolean;
}

/** Progress of a run on standard error, and the results that come out meanwhile. */
export interface Progress {
  /** One more is done. */
  step(what: string, step?: Step): void;
  /** What is going on inside one that takes long. */
  note(what: string): void;
  /** A line that must be read, whatever else is shown. */
  warn(line: string): void;
  /** A line beside the results, on standard error. */
  tell(line: string): void;
  /** A line of results on standard output, above the bar where there is one. */
  print(line: string, tint?: Tint): void;
  stop(): void;
}

/** What there is to do. */
export interface Total {
  readonly steps: number;
  /** Of all steps together; as many as there are steps if left out. */
  readonly weight?: number;
}

const PATIENCE_MS = 2000;
/** Notes on a pipe are for logs: fewer. */
const NOTES_EVERY_MS = 10_000;

/** Counts steps, and tells what is left from those that were done now. */
function counter({ steps, weight: total = steps }: Total) {
  const started = performance.now();
  let [done, weight, fresh] = [0, 0, 0];
  return {
    done: () => done,
    step(step: Step = {}) {
      done++;
      weight += step.weight ?? 1;
      if (step.fresh !== false) fresh += step.weight ?? 1;
    },
    left(): string {
      if (!(fresh > 0) || done >= steps) return "";
      return `${aboutText((((performance.now() - started) / 1000) * Math.max(0, total - weight)) / fresh)} left`;
    },
  };
}

const tell = (line: string) => process.stderr.write(`${oneLine(line)}\n`);
const complain = (line: string) => tell(`lemmacheck: ${line}`);

/** No bar: a plain line on standard error now and then, or none at all. */
function plainProgress(total: Total, silent: boolean, { print }: Output): Progress {
  const count = counter(total);
  let last = performance.now();
  const say = (what: string, every: number) => {
    if (silent || performance.now() - last < every) return;
    last = performance.now();
    const left = count.left();
    process.stderr.write(`${count.done()}/${total.steps} ${oneLine(what)}${left === "" ? "" : `, ${left}`}\n`);
  };
  return {
    step(what, step) {
      count.step(step);
      say(what, PATIENCE_MS);
    },
    note: (what) => say(what, NOTES_EVERY_MS),
    warn: complain,
    tell,
    print,
    stop: () => undefined,
  };
}

/** The bar itself, which is loaded when it is shown: most runs end before. */
async function newBar() {
  const { default: cliProgress } = await import("cli-progress");
  return new cliProgress.SingleBar({
    stream: process.stderr,
    format: "{bar} {value}/{total} {duration_formatted}, {left} {what}",
    barsize: 24,
    clearOnComplete: true,
    hideCursor: true,
    stopOnComplete: false,
    linewrap: true,
  });
}

/** A bar once two seconds have passed; results scroll above it. */
function barProgress(total: Total, { print }: Output): Progress {
  const count = counter(total);
  let bar: Awaited<ReturnType<typeof newBar>> | undefined;
  let latest = "";
  let stopped = false;
  const payload = () => ({ what: latest, left: count.left() });
  const show = async () => {
    const made = await newBar();
    if (stopped) return;
    bar = made;
    bar.start(total.steps, count.done(), payload());
  };
  const timer = setTimeout(() => void show(), PATIENCE_MS);
  timer.unref();
  const update = (what: string) => {
    latest = oneLine(what);
    bar?.update(count.done(), payload());
  };
  const above = (write: () => void) => {
    // Clear the bar's line first; the bar draws itself again below.
    if (bar) process.stderr.write("\r\u001B[K");
    write();
    if (!bar) return;
    // The bar goes back to where it was saved when it stops, or is interrupted: below what was written.
    process.stderr.write("\u001B7");
    bar.render();
  };
  return {
    step(what, step) {
      count.step(step);
      update(what);
    },
    note: update,
    warn: (line) => above(() => complain(line)),
    tell: (line) => above(() => tell(line)),
    print: (line, tint) => above(() => print(line, tint)),
    stop() {
      clearTimeout(timer);
      stopped = true;
      bar?.stop();
      bar = undefined;
    },
  };
}

/** A bar on a terminal once two seconds have passed, plain lines when piped, nothing when silent. */
export function startProgress(total: Total, silent: boolean, output: Output): Progress {
  return !silent && process.stderr.isTTY ? barProgress(total, output) : plainProgress(total, silent, output);
}
