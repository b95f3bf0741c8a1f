import { COMPUTE, DRAW, readComputed } from "./audit-tasks.js";
import type { Runner } from "./campaign/runner.js";
import type { Batch } from "./draw-batch.js";
import type { Executor } from "./executor.js";
import { unpackBatch } from "./packed-batch.js";
import { portableQuestion } from "./portable-question.js";
import type { Question } from "./question.js";
import { PROBE, probeJob, readProbe } from "./search/probe-task.js";
import type { Repair } from "./search/repairs/repair.js";

/** The most draws in a job: those that come after a verdict are made for nothing. */
const MOST = 2 ** 16;

/**
 * The work of audits, done by whoever does jobs. First what is computed, then first draws: a question whose draws are long
 * keeps no quick one waiting. Batches come back in draw order, so that rows do not depend on who does them.
 *
 * @param repair how the form of every question is changed: a claim travels by its id.
 * @param longest seconds that a job which computes or draws may take, where whoever does it can be ended.
 */
export function executorOver(runner: Runner, repair: Repair | null = null, longest?: number): Executor {
  const portable = (question: Question) => portableQuestion(question, repair);

  async function draw(question: Question, from: number, to: number, signal: AbortSignal): Promise<Batch> {
    const payload = { question: portable(question), from, to };
    const batch = unpackBatch(
      await runner.run({ task: DRAW, payload, rank: from, signal, seconds: longest }),
      to - from,
    );
    if (!batch) throw new Error("a worker gave no draws");
    return batch;
  }

  return {
    async compute(question, method) {
      const payload = { question: portable(question), method: method ?? null };
      const computed = readComputed(await runner.run({ task: COMPUTE, payload, rank: -1, seconds: longest }));
      if (!computed) throw new Error("a worker computed nothing");
      return computed;
    },
    async probe(question, candidate, looking) {
      const payload = probeJob(portable(question), candidate, looking);
      const { seconds } = looking;
      const seen = readProbe(await runner.run({ task: PROBE, payload, rank: -1, seconds }));
      if (!seen) throw new Error("a worker looked at nothing");
      return seen;
    },
    // Each question keeps a few batches in flight, so that nobody who works waits for the judge.
    source: async function* (question, limit, batchSize, from = 0) {
      const size = Math.min(MOST, batchSize * runner.grain);
      const ahead: Promise<Batch>[] = [];
      const enough = new AbortController();
      let asked = from;
      const ask = () => {
        if (asked >= limit) return;
        const to = Math.min(limit, asked + size);
        const batch = draw(question, asked, to, enough.signal);
        // A batch that nobody will wait for any more must not count as an unhandled rejection.
        batch.catch(() => undefined);
        ahead.push(batch);
        asked = to;
      };
      try {
        for (let i = 0; i < runner.ahead; i++) ask();
        for (let next = ahead.shift(); next; next = ahead.shift()) {
          const batch = await next;
          ask();
          yield batch;
        }
      } finally {
        enough.abort();
      }
    },
  };
}
