import { expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import { drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import type { DrawSource } from "./executor.js";
import { gamma } from "./gamma.js";
import { investigationOf } from "./investigation.js";
import { localExecutor } from "./local-executor.js";

/** "U ≤ 0.95 with probability at least 0.9" by draws that take a moment now and then. */
const claim = defineClaim({
  id: "uniform",
  label: "Uniform",
  kind: "whp",
  quote: "",
  latex: "",
  nonClaims: [],
  parameters: [gamma],
  hypotheses: [],
  draw: {
    id: "uniform",
    parameters: [],
    cost: () => 1,
    draw: (_, random) => {
      const u = uniform(random("u"));
      if (u < 0.002) for (const end = performance.now() + 15; performance.now() < end; );
      return u;
    },
  },
  observed: (u) => u,
  relation: "<=",
  trivial: () => 1,
  forms: { printed: { bound: () => 0.95 } },
  cells: [{ gamma: [0.1] }],
  mutants: { half: { bound: () => 0.5, at: { gamma: 0.1 } } },
});

/** Whole batches, whatever time they take. */
const wholeBatches: DrawSource = async function* (question, limit, batchSize) {
  for (let from = 0; from < limit; from += batchSize)
    yield drawBatch(drawSetting(investigationOf(question)), from, Math.min(limit, from + batchSize));
};

test("gives the row that any other source gives", async () => {
  const question = { claim, cell: { gamma: 0.1 } };
  const [local, whole] = [
    await audit(question),
    await audit(question, { executor: { ...localExecutor(), source: wholeBatches } }),
  ];
  expect({ ...local, milliseconds: 0 }).toEqual({ ...whole, milliseconds: 0 });
});

test("draws nothing after an abort", async () => {
  const controller = new AbortController();
  const batches = localExecutor({}, controller.signal).source({ claim, cell: { gamma: 0.1 } }, 1000, 100);
  const iterator = batches[Symbol.asyncIterator]();
  expect((await iterator.next()).done).toBe(false);
  controller.abort(new Error("enough"));
  await expect(iterator.next()).rejects.toThrow("enough");
});
