import { catalogue, integrandOf } from "lemmacheck/activations";
import { drawDenseNetwork, value } from "lemmacheck/networks";
import { gaussianExpectation, power } from "lemmacheck/probability";
import { hasMean, type NumericExperiment } from "lemmacheck/statistics";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { valueVariance } from "../bounds/value-variance.js";

auditProperties(valueVariance);

// The claim's left side is a formula; here it is the mean over dense networks, within 10 % on either side.
test.each(catalogue.filter(({ id }) => ["tanh", "softplus", "relu"].includes(id)))(
  "E f(x)² of dense networks with $id is what both sides say",
  async (psi) => {
    const [d, k] = [3, 5];
    const x = new Float64Array(d).fill(1);
    const left = valueVariance.observed(null, { psi, k });
    const { lower, upper } = typeof left === "number" ? { lower: left, upper: left } : left;
    expect(upper - lower).toBeLessThan(1e-9);
    // E f⁴ = E ψ⁴/k + 3(1 − 1/k)(E ψ²)².
    const fourth = gaussianExpectation(power(integrandOf(psi, 0), 4)).value;
    const options = { secondMoment: fourth / k + 3 * upper ** 2, draws: 100_000 };
    const squares: NumericExperiment = (_, random) => value(drawDenseNetwork({ psi, d, k }, random), x) ** 2;
    expect((await hasMean(squares, { ...options, atMost: 1.1 * upper })).verdict).toBe("supported");
    expect((await hasMean(squares, { ...options, atLeast: 0.9 * lower })).verdict).toBe("supported");
  },
);
