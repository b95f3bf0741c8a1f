import { defineSampler } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { d, drawLine, drawSharedLines, type Line, lineCost } from "lemmacheck/networks";
import { widths } from "../parameters.js";

const relu = resolveActivation("relu");

/**
 * ReLU networks of these widths, from ‖x‖ = √d, the last layer Gaussian too. The weights of layers beyond the first have
 * variance 2/k: f and ∇f only scale with it, and stay of one size in deep networks.
 */
export const reluSetting = (d: number, k: readonly number[]) =>
  ({ psi: relu, d, k, coefficients: "gaussian", initialisation: "he" }) as const;

/** f(x) and ‖∇f(x)‖ in a few random numbers a layer, widths up to 2^53. */
export const atInput = defineSampler({
  id: "layered-at-input",
  parameters: [d, widths],
  // Binomial and χ² variables: about 20 normal ones of the kernels each.
  cost: ({ widths }) => 80 * widths.length,
  draw: ({ d, widths }, random): Pick<Line, "value" | "gradientNorm"> => drawLine(reluSetting(d, widths), random),
});

/** The same networks along x + η∇f(x). */
export const alongGradient = defineSampler({
  id: "layered-along-gradient",
  parameters: [d, widths],
  cost: ({ d, widths }) => 1000 + lineCost(reluSetting(d, widths)),
  draw: ({ d, widths }, random): Line => drawLine(reluSetting(d, widths), random),
});

/** f at two independent inputs of one network. */
export const twoInputs = defineSampler({
  id: "layered-two-inputs",
  parameters: [d, widths],
  // A neuron takes about 800 ns for two values and two gradients.
  cost: ({ widths }) => 500 * widths.reduce((sum, width) => sum + width, 0),
  draw: ({ d, widths }, random): readonly [number, number] => {
    const [first, second] = drawSharedLines({ ...reluSetting(d, widths), inputs: 2 }, random);
    return [first.value, second.value];
  },
});
