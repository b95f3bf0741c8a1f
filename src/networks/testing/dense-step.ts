import type { Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { gradient } from "../dense-gradient.js";
import { drawSphereInput } from "../dense-input.js";
import { product, transposedProduct } from "../dense-products.js";
import { value } from "../dense-value.js";
import type { OneStepSetting } from "../lines/one-step-setting.js";
import type { SeenStep } from "./statistics-of-step.js";

/** A setting, and β where the last of the d coordinates is a bias unit; `norm` is then that of the others. */
export interface DenseSetting extends OneStepSetting {
  readonly bias?: number;
}

/** The direction of the step: the gradient, the universal direction, the gradient without its last coordinate. */
export type Direction = "gradient" | "universal" | "projected";

const norm = (vector: Float64Array) => Math.hypot(...vector);

/** One draw with weights, f evaluated afresh at every point by the dense network. */
export function denseStep(setting: DenseSetting, direction: Direction, random: Streams): SeenStep {
  const { activation, d, k, coefficients = "rademacher", bias } = setting;
  const network = drawDenseNetwork({ activation, d, k, coefficients }, random);
  const x = new Float64Array(d);
  if (direction !== "projected") x.set(drawSphereInput(d, setting.norm ?? Math.sqrt(d), random));
  else {
    if (d > 1) x.set(drawSphereInput(d - 1, setting.norm ?? Math.sqrt(d - 1), random));
    x[d - 1] = bias ?? 1;
  }
  const [weights] = network.weights;
  let g = gradient(network, x);
  const full = norm(g);
  if (direction === "projected") g[d - 1] = 0;
  if (direction === "universal") {
    g = new Float64Array(d);
    transposedProduct(
      g,
      weights,
      network.coefficients.map((a) => a / Math.sqrt(k)),
    );
  }
  const [u, v] = [x, g].map((vector) => {
    const out = new Float64Array(k);
    product(out, weights, vector);
    return out;
  });
  return {
    value: value(network, x),
    norm: norm(g),
    ...(direction === "projected" && { otherNorm: full }),
    after: (eta) =>
      value(
        network,
        x.map((t, i) => t + eta * g[i]),
      ),
    ray: { activation, a: network.coefficients, u, v },
  };
}
