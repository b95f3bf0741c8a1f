import { defineSampler } from "../auditor/sampler.js";
import { drawLine, lineCost } from "../networks/lines/draw-line.js";
import { d, depth, initialisation, k, psi } from "./parameters.js";

/**
 * Networks of any depth, with d up to 2^53: `value` and `gradientNorm` for ReLU in O(L) at any k up to 2^53; along the
 * ray O(Lk) normal variables: see docs/benchmarks.md for times. Which law is used depends on ψ, L and k alone: the ReLU
 * ray (`drawReluRay`); for one hidden layer the kernels (`drawOneStepFast`); for more of them the kernels from k = 2^14 on
 * (`drawRayFast`), else and for a ψ that they cannot compute `drawRay`, whose k may be 2^31. Both initialisations are one
 * network for L = 1, drawn anew. With more than one layer of 2^14 neurons and more, other than ReLU, at most 32 different η.
 */
export const deepStep = defineSampler({
  id: "deep-step",
  parameters: [psi, d, k, depth, initialisation],
  cost: ({ psi, d, k, depth }) => lineCost({ psi, d, k, depth }),
  draw: ({ psi, d, k, depth, initialisation }, random) => drawLine({ psi, d, k, depth, initialisation }, random),
});
