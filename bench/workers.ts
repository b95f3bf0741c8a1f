import { claims } from "../bounds/index.js";
import { threadRunner } from "../src/auditor/campaign/thread-runner.js";
import { executorOver } from "../src/auditor/executor-over.js";
import type { Line } from "./section.js";
import { times } from "./section.js";

const DRAWS = 6000;
const BATCH = 25;
const HOME = new URL("../bounds/paper.js", import.meta.url).href;

/** Milliseconds that so many workers take for the draws, after a batch for each to start with. */
async function milliseconds(size: number): Promise<number> {
  const claim = claims.find(({ id }) => id === "proposition-1");
  if (!claim) throw new Error("proposition-1 is not in the ledger");
  const pool = threadRunner(size, { home: HOME, config: null, configName: "the config", paper: null });
  const question = { claim, cell: { psi: "tanh", d: 1e5, k: 1e5, gamma: 0.1 } };
  const { source } = executorOver(pool);
  try {
    for await (const batch of source({ ...question, seed: "warm" }, 2 * size * BATCH, BATCH)) void batch;
    const start = performance.now();
    for await (const batch of source(question, DRAWS, BATCH)) void batch;
    return performance.now() - start;
  } finally {
    await pool.close();
  }
}

/** Draws of Proposition 1 for tanh at k = d = 10⁵ through the pool that audits use. */
export async function workers(): Promise<Line[]> {
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < 3; round++) {
    one.push(await milliseconds(1));
    two.push(await milliseconds(2));
  }
  const [alone, both] = [one, two].map((list) => list.toSorted((a, b) => a - b)[1]);
  return [
    {
      what: `two workers: ${DRAWS} draws, tanh, k = d = 10⁵`,
      median: both,
      unit: "ms",
      goal: "1.9 ×",
      beside: `${times(alone / both)} one worker (${Math.round(alone)} ms)`,
    },
  ];
}
