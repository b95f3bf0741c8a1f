import { drawOneStep, type OneStepDraw, type Sampler } from "lemmacheck";

/** The one-step law seen from an input of any norm, neurons in memory. */
export const oneStepAtNorm: Sampler<"psi" | "d" | "k" | "norm", OneStepDraw> = {
  id: "one-step-norm",
  parameters: ["psi", "d", "k", "norm"],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, norm }, random) => drawOneStep({ psi, d, k, norm }, random),
};
