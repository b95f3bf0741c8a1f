import type { Additions } from "./cell.js";
import { compute } from "./compute.js";
import { drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import type { DrawSource, Executor } from "./executor.js";
import { investigationOf } from "./investigation.js";
import { pause, takeTurns } from "./pause.js";
import { knownLooks } from "./search/known-looks.js";
import { probe } from "./search/probe.js";

/** Milliseconds that a batch of draws may take before the next one is made smaller. */
const SLICE = 10;

/**
 * Draws in this thread, in batches as small as it takes for other tasks to get their turn every few milliseconds: what
 * a claim says of its cost need not be true, and a test's timeout is one of those tasks. Rows do not depend on batches.
 */
function localSource(additions: Additions = {}, signal?: AbortSignal): DrawSource {
  return async function* (question, limit, batchSize, first = 0) {
    const setting = drawSetting(investigationOf(question, additions));
    for (let from = first, size = 1; from < limit; ) {
      const started = performance.now();
      const to = Math.min(limit, from + size);
      const batch = drawBatch(setting, from, to);
      size = performance.now() - started > SLICE ? Math.max(1, size >> 1) : Math.min(batchSize, 2 * size);
      yield batch;
      from = to;
      await pause(signal);
    }
  };
}

/** Everything in this thread. */
export function localExecutor(additions: Additions = {}, signal?: AbortSignal): Executor {
  // One look after another, with turns between them, however many are asked for at once.
  let last: Promise<unknown> = Promise.resolve();
  const known = knownLooks();
  return {
    source: localSource(additions, signal),
    compute: (question, method) => compute(question, { additions, method, signal }),
    probe(question, candidate, options) {
      const look = async () => {
        await takeTurns(signal);
        return probe(question, candidate, { ...options, additions, signal, known });
      };
      const found = last.then(look, look);
      last = found;
      return found;
    },
  };
}
