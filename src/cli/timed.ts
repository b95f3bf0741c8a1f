/** What something may take, in seconds: of the clock, and of all of this process's threads together. */
export interface TimeLimit {
  readonly seconds: number;
  readonly coreSeconds: number;
}

/** How often the threads' time is read, in milliseconds. */
const EVERY = 100;

/** Processor seconds of this process, ended threads included, since an earlier reading. */
function coreSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Runs a search until it ends or one of its limits is met; `used` is what it has taken. */
export async function timed<T>({ seconds, coreSeconds }: TimeLimit, search: (until: AbortSignal) => Promise<T>) {
  const end = new AbortController();
  const [before, started] = [process.cpuUsage(), performance.now()];
  const over = () => end.abort(new Error("the time is over"));
  const timer = setTimeout(over, 1000 * seconds);
  const readings =
    coreSeconds < Infinity ? setInterval(() => coreSecondsSince(before) >= coreSeconds && over(), EVERY) : undefined;
  try {
    const result = await search(end.signal);
    const used: TimeLimit = { seconds: (performance.now() - started) / 1000, coreSeconds: coreSecondsSince(before) };
    return { result, isOver: end.signal.aborted, used };
  } finally {
    clearTimeout(timer);
    clearInterval(readings);
  }
}
