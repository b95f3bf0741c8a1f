import { drawsAgree } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { smallActivations } from "../bounds/small-activations.js";
import { weightNorm } from "../bounds/weight-norm.js";

// Beside the witness and the mutants' cells, where every audit compares them: sizes at which a draw is dear.

test("counts of small activations, at sizes of the proof, agree with the computed probability", () => {
  expect(drawsAgree(smallActivations, { d: 20_000, k: 27_000, gamma: 0.5 }, { gaussians: 1e9 })).toEqual([]);
});

test.each([
  [4, 2704],
  [100, 2704],
])("norms of weights, d = %i, k = %i, agree with the computed probability", (d, k) => {
  expect(drawsAgree(weightNorm, { d, k, gamma: 0.5 }, { gaussians: 1e9 })).toEqual([]);
});
