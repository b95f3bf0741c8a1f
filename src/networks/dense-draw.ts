import { fillNormal } from "../chance/normal.js";
import { fillRademacher } from "../chance/rademacher.js";
import type { Streams } from "../chance/streams.js";
import type { DenseNetwork } from "./dense-network.js";
import { completeSetting, type NetworkSetting, type Widths } from "./setting.js";

/** Weights that one layer may have: 16 GiB of them. */
const MOST_WEIGHTS = 2 ** 31;

const FILL = { rademacher: fillRademacher, gaussian: fillNormal };

/**
 * Draws every weight of a network: W_1 with entries N(0, 1/d), W_l for l ≥ 2 with entries N(0, g/k_(l−1)), g = 1
 * (`fan-in`) or 2 (`he`), and the coefficients, all independent. Layer i reads the sub-stream `W{i}` and the coefficients read
 * `a`, so a deeper network with the same streams has the same first layers. Time and memory k_1·d + Σ k_l·k_(l−1).
 *
 * @throws RangeError if the setting is none (see `NetworkSetting`), or a layer would have more than 2^31 weights.
 */
export function drawDenseNetwork(setting: NetworkSetting<Widths>, random: Streams): DenseNetwork {
  const { psi, d, k: given, widths, depth, coefficients, gain } = completeSetting(setting);
  const fanIns = [d, ...widths.slice(0, -1)];
  if (widths.some((width, layer) => width * fanIns[layer] > MOST_WEIGHTS))
    throw new RangeError(
      `d and k are ${d} and ${String(given)}; a layer of a dense network must have at most 2^31 weights`,
    );
  const weights = widths.map((width, layer) => {
    const scale = Math.sqrt((layer === 0 ? 1 : gain) / fanIns[layer]);
    const matrix = new Float64Array(width * fanIns[layer]);
    fillNormal(matrix, random(`W${layer + 1}`));
    for (let i = 0; i < matrix.length; i++) matrix[i] *= scale;
    return matrix;
  });
  const k = widths[depth - 1];
  const a = new Float64Array(k);
  FILL[coefficients](a, random("a"));
  return { activation: psi, d, k, depth, weights, coefficients: a };
}
