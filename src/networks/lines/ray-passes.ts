import type { Activation } from "../../activations/activation.js";
import { chiSquare } from "../../chance/chi-square.js";
import { fillNormal } from "../../chance/normal.js";
import type { Streams } from "../../chance/streams.js";
import { applied } from "../deep-apply.js";
import { dot } from "../dense-products.js";
import type { CompleteSetting } from "../setting.js";

/** What the forward and the backward pass at x leave to the passes along the ray; indices from 0 for layer 1. */
export interface Passes {
  /** z_1, …, z_L, of lengths k_1, …, k_L. */
  readonly z: readonly Float64Array[];
  /** g_2, …, g_L at 1, …, L−1, of lengths k_1, …, k_(L−1); 0 is empty, as g_1 = ∇f(x) has length d. */
  readonly g: readonly Float64Array[];
  /** ∇f(x) = αx + e with e ⊥ x. */
  readonly alpha: number;
  /** ‖e‖² */
  readonly eSquared: number;
}

/** The standard deviation of the weights of a layer, from 0. */
export function deviationOf({ d, widths, gain }: CompleteSetting, layer: number): number {
  return Math.sqrt(layer === 0 ? 1 / d : gain / widths[layer - 1]);
}

/** b_i = ψ'(z_i)∘W_{i+1}^T b_{i+1} from z_i and that product; for the last layer from a/√k. */
export function backward(psi: Activation, z: Float64Array, g: Float64Array | undefined, a: Float64Array): Float64Array {
  const b = applied(psi.derivative, z);
  const [factor, scale] = g ? [g, 1] : [a, 1 / Math.sqrt(a.length)];
  for (let i = 0; i < b.length; i++) b[i] *= factor[i] * scale;
  return b;
}

/** z_1, …, z_L at x: given what is below, z_{i+1} ~ N(0, σ²‖ψ(z_i)‖² I). Reads `z1` to `z{L}`. */
export function drawForward(setting: CompleteSetting, random: Streams): Float64Array[] {
  const { psi, widths, norm } = setting;
  const found: Float64Array[] = [];
  for (const [layer, k] of widths.entries()) {
    const below = layer > 0 && applied(psi.value, found[layer - 1]);
    const deviation = deviationOf(setting, layer) * (below ? Math.sqrt(dot(below, below)) : norm);
    const z = new Float64Array(k);
    fillNormal(z, random(`z${layer + 1}`));
    for (let i = 0; i < k; i++) z[i] *= deviation;
    found.push(z);
  }
  return found;
}

/**
 * The backward pass given the forward pass. Given z = Wh, W = zh^T/‖h‖² + W(I − P_h) with the second part independent
 * of z, of all above and of all below: g = W^T b = h(z·b)/‖h‖² + σ‖b‖(I − P_h)ζ, ζ fresh normal, and plain σ‖b‖ζ for
 * h = 0. Of g_1, of length d, only α = z_1·b_1/‖x‖² and ‖e‖² = ‖b_1‖²χ²_{d−1}/d. Reads `g2` to `g{L}` and `chi`.
 */
export function drawBackward(
  setting: CompleteSetting,
  z: readonly Float64Array[],
  a: Float64Array,
  random: Streams,
): Passes {
  const { psi, d, widths, depth, norm } = setting;
  const g = Array.from(z, () => new Float64Array(0));
  let b = backward(psi, z[depth - 1], undefined, a);
  for (let layer = depth - 1; layer > 0; layer--) {
    const k = widths[layer - 1];
    const found = new Float64Array(k);
    fillNormal(found, random(`g${layer + 1}`));
    const deviation = deviationOf(setting, layer) * Math.sqrt(dot(b, b));
    for (let i = 0; i < k; i++) found[i] *= deviation;
    const h = applied(psi.value, z[layer - 1]);
    const square = dot(h, h);
    if (square > 0) {
      const along = (dot(z[layer], b) - dot(h, found)) / square;
      for (let i = 0; i < k; i++) found[i] += along * h[i];
    }
    g[layer] = found;
    b = backward(psi, z[layer - 1], found, a);
  }
  const alpha = dot(z[0], b) / (norm * norm);
  return { z, g, alpha, eSquared: (dot(b, b) * chiSquare(d - 1, random("chi"))) / d };
}
