import { audit } from "lemmacheck";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition2Lipschitz } from "../bounds/proposition-2-lipschitz.js";

// A draw takes milliseconds, and a decision no fewer than 64 of them.
auditProperties(proposition2Lipschitz, { cells: 8, gaussians: 4e6 });

test("the probability computed for one neuron on a line is that of attacked and certified draws", async () => {
  for (const psi of ["tanh", "sin"]) {
    const question = { claim: proposition2Lipschitz, cell: { psi, d: 1, k: 1, gamma: 0.5, radius: 1 } };
    const exact = await audit(question);
    // A level of 1e-10, and 2048 draws look again after support: the limits hold at all times.
    const sampled = await audit(question, { method: "sampled", draws: 2048, alpha: 1e-10 });
    expect(exact.method).toBe("exact");
    expect(sampled.failureLower).toBeLessThanOrEqual(exact.failureRate ?? NaN);
    expect(sampled.failureUpper).toBeGreaterThanOrEqual(exact.failureRate ?? NaN);
    expect((exact.failureUpper ?? NaN) - (exact.failureLower ?? NaN)).toBeLessThan(1e-6);
  }
});
