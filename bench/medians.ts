/** Times of one task in nanoseconds a unit of work. */
export interface Times {
  readonly median: number;
  readonly least: number;
}

/** Core time of this process so far, in milliseconds: what other processes take does not count. */
export function coreTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/**
 * Core times of several tasks turn by turn, so that whatever else the machine does falls on all of them alike: `rounds`
 * rounds, each task for about `milliseconds` a round, after one to warm up. `work` is the number of units that one call
 * does.
 */
export function medians(
  tasks: Readonly<Record<string, { readonly work: number; readonly run: (call: number) => void }>>,
  rounds = 15,
  milliseconds = 60,
): Record<string, Times> {
  const times: Record<string, number[]> = {};
  let call = 0;
  for (let round = -1; round < rounds; round++)
    for (const [name, { work, run }] of Object.entries(tasks)) {
      const start = coreTime();
      let calls = 0;
      do {
        run(call++);
        calls++;
      } while (coreTime() - start < milliseconds);
      times[name] ??= [];
      if (round >= 0) times[name].push(((coreTime() - start) * 1e6) / (calls * work));
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => {
      const sorted = list.toSorted((a, b) => a - b);
      return [name, { median: sorted[sorted.length >> 1], least: sorted[0] }];
    }),
  );
}
