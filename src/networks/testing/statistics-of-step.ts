import type { Ray } from "../lines/ray.js";
import { smallestFlip } from "../lines/smallest-flip.js";

/** What is compared of one draw along a line x + ηg. */
export interface SeenStep {
  /** f(x) */
  readonly value: number;
  /** ‖g‖ */
  readonly norm: number;
  /** Another length, where the law has one. */
  readonly otherNorm?: number;
  /** f(x + ηg) */
  readonly after: (eta: number) => number;
  readonly ray: Ray;
}

const ETAS = [0.8, -2.5, -2.8] as const;
const LIMIT = 5;

/** Statistics of one draw: marginals, differences between η's, products and linear combinations. */
const STATISTICS = {
  "f(x)": ({ f }: Numbers) => f,
  "‖g‖": ({ norm }: Numbers) => norm,
  "other norm": ({ otherNorm }: Numbers) => otherNorm,
  "other norm less ‖g‖": ({ otherNorm, norm }: Numbers) => otherNorm - norm,
  "f(η₁)": ({ f1 }: Numbers) => f1,
  "f(η₂)": ({ f2 }: Numbers) => f2,
  "f(η₃) − f(η₂)": ({ f2, f3 }: Numbers) => f3 - f2,
  "f(η₁) − f(0)": ({ f, f1 }: Numbers) => f1 - f,
  "f(η₂) − f(η₁)": ({ f1, f2 }: Numbers) => f2 - f1,
  "f(η₁) − f(0) − η₁‖g‖²": ({ f, f1, norm }: Numbers) => f1 - f - ETAS[0] * norm * norm,
  "f(η₂) − f(0) − η₂‖g‖²": ({ f, f2, norm }: Numbers) => f2 - f - ETAS[1] * norm * norm,
  "(f(η₁) − f(0))/η₁ − (f(η₂) − f(0))/η₂": ({ f, f1, f2 }: Numbers) => (f1 - f) / ETAS[0] - (f2 - f) / ETAS[1],
  "f(0)·‖g‖": ({ f, norm }: Numbers) => f * norm,
  "f(η₁)·f(η₂)·‖g‖": ({ f1, f2, norm }: Numbers) => f1 * f2 * norm,
  "0.6·f(0) − 1.1·f(η₁) + 0.7·f(η₂)": ({ f, f1, f2 }: Numbers) => 0.6 * f - 1.1 * f1 + 0.7 * f2,
  "f(0) + 2‖g‖ − f(η₂)": ({ f, f2, norm }: Numbers) => f + 2 * norm - f2,
  "smallest flip": ({ flip }: Numbers) => flip,
} as const;

interface Numbers {
  readonly f: number;
  readonly norm: number;
  readonly otherNorm: number;
  readonly f1: number;
  readonly f2: number;
  readonly f3: number;
  /** The smallest |η| that flips, LIMIT for none below. */
  readonly flip: number;
}

export const STATISTIC_NAMES = Object.keys(STATISTICS);

/**
 * The statistics of `draws` draws, one sample each, rounded to 1e-8: what is 0 in exact arithmetic, as the last ones are
 * for linear ψ, must not be told apart by its rounding errors.
 */
export function sampleStatistics(draws: number, draw: () => SeenStep): readonly Float64Array[] {
  const functions = Object.values(STATISTICS);
  const samples = functions.map(() => new Float64Array(draws));
  for (let n = 0; n < draws; n++) {
    const { value, norm, otherNorm = 0, after, ray } = draw();
    const flip = smallestFlip(ray, { limit: LIMIT, tolerance: 1e-4, evaluations: 200 })?.lower ?? LIMIT;
    const numbers = { f: value, norm, otherNorm, f1: after(ETAS[0]), f2: after(ETAS[1]), f3: after(ETAS[2]), flip };
    functions.forEach((statistic, i) => {
      samples[i][n] = Math.round(statistic(numbers) * 1e8) / 1e8;
    });
  }
  return samples;
}
