import type { Activation } from "../activations/activation.js";
import { fillNormal } from "../chance/normal.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import { type DeferredMatrix, deferredMatrix } from "./deferred-matrix.js";
import { completeSetting, MOST_NEURONS, type NetworkSetting, type Widths } from "./setting.js";

/** A network as `DenseNetwork`, its weights known by their products alone. It learns with each value and gradient. */
export interface DeferredNetwork {
  /** ψ */
  readonly activation: Activation;
  /** The length of an input x. */
  readonly d: number;
  /** The number of neurons in the last hidden layer; in every one, unless widths differ. */
  readonly k: number;
  /** L, the number of hidden layers. */
  readonly depth: number;
  /** W_1 (k_1 × d) and W_l (k_l × k_(l−1)) up to W_L. */
  readonly layers: readonly DeferredMatrix[];
  /** a, of length k. */
  readonly coefficients: Float64Array;
}

/**
 * A random network of which `deferredValue` and `deferredGradient` at any points, chosen one after the other, have
 * jointly the law that they have for the network of `drawDenseNetwork`, the same parameters given. Each asks every
 * layer for one product, or for one more with its transpose: time and memory O((d + Σ k_l)·evaluations).
 *
 * Layer i reads the sub-streams `W{i}.right{q}` and `W{i}.left{q}`, the coefficients `a`. Equal streams give the same
 * network only to those who ask for the same points in the same order.
 *
 * @throws RangeError if the setting is none (see `NetworkSetting`), or d or k is above 2^31.
 */
export function drawDeferredNetwork(setting: NetworkSetting<Widths>, random: Streams): DeferredNetwork {
  const most = { d: MOST_NEURONS, k: MOST_NEURONS };
  const { psi, d, widths, depth, coefficients, gain } = completeSetting(setting, most);
  const k = widths[depth - 1];
  const layers = widths.map((width, layer) => {
    const streams: Streams = (name) => random(`W${layer + 1}.${name}`);
    return layer === 0
      ? deferredMatrix(width, d, 1 / d, streams)
      : deferredMatrix(width, widths[layer - 1], gain / widths[layer - 1], streams);
  });
  const a = new Float64Array(k);
  (coefficients === "gaussian" ? fillNormal : fillRademacher)(a, random("a"));
  return { activation: psi, d, k, depth, layers, coefficients: a };
}
