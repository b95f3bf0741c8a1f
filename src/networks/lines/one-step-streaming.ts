import { setImmediate } from "node:timers/promises";
import { chiSquare } from "../../chance/chi-square.js";
import type { Streams } from "../../chance/streams.js";
import { drawLayer, gradientWeights, type Layer, normals } from "./one-step-layer.js";
import { checkSetting, type OneStepSetting } from "./one-step-setting.js";
import { addTo, emptySum, totalOf } from "./running-sum.js";

/** How to go through the neurons. */
export interface StreamingOptions {
  /** Neurons in memory at a time, an integer in [1, 2^24]; 65 536 unless given. The draw depends on it. */
  readonly blockSize?: number;
  /** Called after each block with the neurons visited in this pass, out of k. */
  readonly onProgress?: (visited: number, k: number) => void;
  /** Aborts between two blocks. */
  readonly signal?: AbortSignal;
}

/** f(x + η∇f(x)), its slope in η and a bound on the rounding error of the value, as in `OneStepDraw`. */
export interface StreamedPoint {
  readonly value: number;
  readonly slope: number;
  readonly rounding: number;
}

/** A random two-layer network of any width seen from x, along the line x + η∇f(x). */
export interface StreamingDraw {
  /** f(x) */
  readonly value: number;
  /** ‖∇f(x)‖ */
  readonly gradientNorm: number;
  /**
   * f on the ray for any number of η, in one pass over the neurons; the options left out are those of the draw. All calls
   * see the same network.
   *
   * @throws the signal's reason when aborted.
   */
  readonly after: (
    etas: readonly number[],
    options?: Pick<StreamingOptions, "onProgress" | "signal">,
  ) => Promise<readonly StreamedPoint[]>;
}

const MOST_IN_A_BLOCK = 2 ** 24;

/** The sub-streams of block b: the first has the names of a draw in memory, so that one block is that draw. */
function blockStreams(random: Streams, block: number): Streams {
  return block === 0 ? random : (name) => random(`${name}/${block}`);
}

/**
 * The law of `drawOneStep` for k that does not fit in memory: every pass draws a, u and ξ anew, block by block, from
 * sub-streams named after the block. v = αu + s(h² − (h/√d)(s·ξ))/‖s‖² + (h/√d)ξ (in the notation there, for r = √d)
 * needs of the whole vectors only α, ‖s‖² and s·ξ, so one pass for those and f(x), and one for any number of η, give the
 * very same law. Sums are compensated across blocks. For k ≤ blockSize every number equals that of `drawOneStep`.
 *
 * Memory 5 vectors of blockSize; time k times 3 normal variables and an activation a pass, plus one activation for each η.
 *
 * @throws RangeError if the setting is none (see `drawOneStep`; k up to 2^53) or blockSize is no integer in [1, 2^24];
 * the signal's reason when aborted.
 */
export async function drawOneStepStreaming(
  setting: OneStepSetting,
  random: Streams,
  options: StreamingOptions = {},
): Promise<StreamingDraw> {
  checkSetting(setting, false);
  const { blockSize = 65_536 } = options;
  if (!(Number.isInteger(blockSize) && blockSize >= 1 && blockSize <= MOST_IN_A_BLOCK))
    throw new RangeError(`blockSize is ${blockSize}; it must be an integer in [1, 2^24]`);
  const { activation: psi, d, k, norm, coefficients = "rademacher" } = setting;
  const scale = norm === undefined ? 1 : norm / Math.sqrt(d);
  const root = Math.sqrt(k);

  /** One pass: each block with its s and ξ, letting others run in between. */
  async function pass(
    visit: (layer: Layer, s: Float64Array, xi: Float64Array) => void,
    { onProgress, signal }: StreamingOptions,
  ): Promise<void> {
    for (let block = 0, visited = 0; visited < k; block++) {
      signal?.throwIfAborted();
      const streams = blockStreams(random, block);
      const layer = drawLayer({ k: Math.min(blockSize, k - visited), coefficients, scale }, streams);
      visit(layer, gradientWeights(psi, layer, root), normals(layer.a.length, streams("xi")));
      visited += layer.a.length;
      onProgress?.(visited, k);
      await setImmediate();
    }
  }

  const [sumF, sumZS, sumSS, sumSXi] = [emptySum(), emptySum(), emptySum(), emptySum()];
  await pass(({ a, z, u }, s, xi) => {
    for (let i = 0; i < a.length; i++) {
      addTo(sumF, a[i] * psi.value(u[i]));
      addTo(sumZS, z[i] * s[i]);
      addTo(sumSS, s[i] * s[i]);
      addTo(sumSXi, s[i] * xi[i]);
    }
  }, options);
  const alpha = totalOf(sumZS) / d;
  const sNormSquared = totalOf(sumSS);
  const hSquared = (sNormSquared * chiSquare(d - 1, random("chi"))) / d;
  const spread = Math.sqrt(hSquared / d);
  const along = (hSquared - spread * totalOf(sumSXi)) / sNormSquared;
  const isDead = sNormSquared === 0;

  return {
    value: totalOf(sumF) / root,
    gradientNorm: Math.sqrt(alpha * alpha * d + hSquared),
    after: async (etas, more = {}) => {
      const sums = etas.map((eta) => ({ eta, value: emptySum(), slope: emptySum(), terms: emptySum() }));
      await pass(
        ({ a, z, u }, s, xi) => {
          for (let i = 0; i < a.length; i++) {
            const v = isDead ? 0 : alpha * z[i] + along * s[i] + spread * xi[i];
            for (const { eta, value, slope, terms } of sums) {
              const t = u[i] + eta * v;
              const psiOfT = psi.value(t);
              addTo(value, a[i] * psiOfT);
              addTo(slope, a[i] * psi.derivative(t) * v);
              const moved = psi.lipschitz * (Math.abs(u[i]) + Math.abs(eta * v));
              addTo(terms, Math.abs(a[i]) * (2.5 * Math.abs(psiOfT) + moved));
            }
          }
        },
        { ...options, ...more },
      );
      return sums.map(({ value, slope, terms }) => ({
        value: totalOf(value) / root,
        slope: totalOf(slope) / root,
        rounding: (2 ** -50 * totalOf(terms)) / root,
      }));
    },
  };
}
