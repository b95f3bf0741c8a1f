import type { Streams } from "../../chance/streams.js";
import { drawDenseNetwork } from "../dense-draw.js";
import { gradient } from "../dense-gradient.js";
import { drawSphereInput } from "../dense-input.js";
import { product, transposedProduct } from "../dense-products.js";
import { value } from "../dense-value.js";
import { completeSetting, type Setting } from "../setting.js";
import type { SeenStep } from "./statistics-of-step.js";

/** The direction of the step: the gradient, the universal direction, the gradient without its last coordinate. */
export type Direction = "gradient" | "universal" | "projected";

const norm = (vector: Float64Array) => Math.hypot(...vector);

/** One draw with weights, the bias unit last of the d coordinates; f evaluated afresh at every point by the dense network. */
export function denseStep(setting: Setting, direction: Direction, random: Streams): SeenStep {
  const {
    psi,
    d,
    k,
    coefficients,
    norm: r,
    bias,
  } = completeSetting(direction === "projected" ? { bias: 1, ...setting } : setting, { bias: true });
  const network = drawDenseNetwork({ psi, d, k, coefficients }, random);
  const x = new Float64Array(d);
  if (direction !== "projected") x.set(drawSphereInput(d, r, random));
  else {
    if (d > 1) x.set(drawSphereInput(d - 1, r, random));
    x[d - 1] = bias ?? 0;
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
    ray: { activation: psi, a: network.coefficients, u, v },
  };
}
