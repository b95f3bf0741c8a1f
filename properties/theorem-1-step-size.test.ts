import { catalogue } from "lemmacheck/activations";
import { drawDenseNetwork, gradient } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { theorem1StepSize } from "../bounds/theorem-1-step-size.js";

auditProperties(theorem1StepSize, { cells: 20 });

// The claim's left side is C₃√log(1/γ)/‖∇f(x)‖; here it is the length of the step itself, C₃ = 32/c_ψ² where ψ(0) = 0
// and ψ is 1-Lipschitz.
test.each(
  catalogue.filter(({ value, lipschitz, smoothness }) => value(0) === 0 && lipschitz === 1 && smoothness < Infinity),
)("the left side is ‖η∇f(x)‖ of a network with $id", (psi) => {
  const random = keyedStreams({ seed: "1", sampler: "step-size", parameters: { psi: psi.id } })(0);
  const along = gradient(drawDenseNetwork({ psi, d: 4, k: 6 }, random), new Float64Array(4).fill(1));
  const squared = along.reduce((sum, g) => sum + g * g, 0);
  const gamma = 0.01;
  const eta = ((32 / psi.gaussian.derivativeSecondMoment.value) * Math.sqrt(-Math.log(gamma))) / squared;
  const length = Math.hypot(...along.map((g) => eta * g));
  expect(theorem1StepSize.observed(null, { psi, gamma, gradientNorm: Math.sqrt(squared) })).toBeCloseTo(length, 9);
});
