import type { Activation } from "../activations/activation.js";
import { drawBatch } from "../audit/draw-batch.js";
import { drawSetting } from "../audit/local-source.js";
import type { DrawSource } from "../audit/question.js";

/** Milliseconds that a batch of draws may take before the next one is made smaller. */
const SLICE = 10;

/**
 * Draws in this thread, in batches as small as it takes for other tasks to get their turn every few milliseconds: what
 * a claim says of its cost need not be true, and a test's timeout is one of those tasks. Rows do not depend on batches.
 */
export function yieldingSource(activations: readonly Activation[], signal: AbortSignal): DrawSource {
  return async function* (question, limit, batchSize) {
    const setting = drawSetting(question, activations);
    for (let from = 0, size = 1; from < limit; ) {
      const started = performance.now();
      const to = Math.min(limit, from + size);
      yield drawBatch(setting, from, to);
      from = to;
      size = performance.now() - started > SLICE ? Math.max(1, size >> 1) : Math.min(batchSize, 2 * size);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
  };
}
