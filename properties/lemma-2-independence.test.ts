import { resolveActivation } from "lemmacheck/activations";
import { drawDenseNetwork, drawSphereInput } from "lemmacheck/networks";
import { logChiSquareTails, logNormalUpperTail } from "lemmacheck/probability";
import { failureLower, failureUpper, keyedStreams } from "lemmacheck/statistics";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { lemma2Independence } from "../bounds/lemma-2-independence.js";

auditProperties(lemma2Independence);

/** How often d‖aPw‖² > d − 1 and w·x > 1 at once, with Pw as it is or with w in its place; d = 3. */
function together(project: boolean, draws: number): number {
  const d = 3;
  const streams = keyedStreams({ seed: "1", sampler: "lemma-2-independence", parameters: { d } });
  return Array.from({ length: draws }, (_, i) => {
    const random = streams(i);
    const x = drawSphereInput(d, Math.sqrt(d), random);
    const [w] = drawDenseNetwork({ psi: resolveActivation("relu"), d, k: 1 }, random).weights;
    const along = w.reduce((sum, t, j) => sum + t * x[j], 0);
    const square = w.reduce((sum, t) => sum + t * t, 0) - (project ? along ** 2 / d : 0);
    return d * square > d - 1 && along > 1;
  }).filter(Boolean).length;
}

test("holds for dense draws: two events have the product of their probabilities, and do not without P", () => {
  // Each comparison fails with probability at most 1e-10 on honest draws.
  const [draws, alpha] = [20_000, 1e-10];
  const product = Math.exp(logChiSquareTails(2, 0).logUpper + logNormalUpperTail(1));
  const projected = { failures: together(true, draws), draws };
  expect(product).toBeGreaterThan(failureLower(projected, alpha));
  expect(product).toBeLessThan(failureUpper(projected, alpha));
  expect(product).toBeLessThan(failureLower({ failures: together(false, draws), draws }, alpha));
});
