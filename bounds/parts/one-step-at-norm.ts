import { defineSampler } from "lemmacheck";
import { d, drawOneStep, k, norm, psi } from "lemmacheck/networks";

/** The one-step law seen from an input of any norm, neurons in memory. */
export const oneStepAtNorm = defineSampler({
  id: "one-step-norm",
  parameters: [psi, d, k, norm],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, norm }, random) => drawOneStep({ psi, d, k, norm }, random),
});
