import { expect, test } from "vitest";
import { audit } from "../audit/audit.js";
import { defineClaim } from "../audit/define-claim.js";
import { uniform } from "../random/bits.js";
import { yieldingSource } from "./yielding-source.js";

/** "U ≤ 0.95 with probability at least 0.9" by draws that take a moment now and then. */
const claim = defineClaim<"gamma", number>({
  id: "uniform",
  label: "Uniform",
  kind: "whp",
  quote: "",
  latex: "",
  nonClaims: [],
  parameters: ["gamma"],
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

test("gives the row that any other source gives", async () => {
  const { signal } = new AbortController();
  const question = { claim, cell: { gamma: 0.1 } };
  const row = await audit(question, { source: yieldingSource([], signal) });
  expect({ ...row, milliseconds: 0 }).toEqual({ ...(await audit(question)), milliseconds: 0 });
});

test("draws nothing after an abort", async () => {
  const controller = new AbortController();
  const batches = yieldingSource([], controller.signal)({ claim, cell: { gamma: 0.1 } }, 1000, 100);
  const iterator = batches[Symbol.asyncIterator]();
  expect((await iterator.next()).done).toBe(false);
  controller.abort(new Error("enough"));
  await expect(iterator.next()).rejects.toThrow("enough");
});
