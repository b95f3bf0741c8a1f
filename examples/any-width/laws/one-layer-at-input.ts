import { defineSampler } from "lemmacheck";
import { isRelu } from "lemmacheck/activations";
import { d, drawLine, k, type Line, lineCost, psi } from "lemmacheck/networks";

/** f(x) and ‖∇f(x)‖ of one hidden layer, a = ±1, ‖x‖ = √d; for ReLU in a few random numbers, k up to 2^53. */
export const oneLayerAtInput = defineSampler({
  id: "one-layer-at-input",
  parameters: [psi, d, k],
  // Binomial and χ² variables: about 20 normal ones of the kernels each.
  cost: ({ psi, d, k }) => (isRelu(psi) ? 80 : lineCost({ psi, d, k })),
  draw: ({ psi, d, k }, random): Pick<Line, "value" | "gradientNorm"> => drawLine({ psi, d, k }, random),
});
