import { defineSampler } from "../auditor/sampler.js";
import { drawSlopedLine } from "../networks/lines/draw-line.js";
import { d, k, psi } from "./parameters.js";

/**
 * Draws by the one-step law: any d, time proportional to k. By the kernels, which need no memory for the neurons; for an
 * activation that they cannot compute, in memory.
 */
export const oneStep = defineSampler({
  id: "one-step",
  parameters: [psi, d, k],
  cost: ({ k }) => 2 * k,
  draw: ({ psi, d, k }, random, notify) =>
    drawSlopedLine({ psi, d, k }, random, notify ? { progress: (done) => notify(done, k) } : {}),
});
