import { pow } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { leastWhere } from "./least-where.js";

/** A dimension beside which every width that `leastWhere` tries is small. */
const ENDLESS = 1e250;

/** ε of the net of v, and ε of that of δ over R, among which the best pair is taken; all are valid. */
const SPHERE_NETS = [0.5, 0.35, 0.25, 0.15, 0.1, 0.05];
const BALL_NETS = Array.from({ length: 60 }, (_, i) => pow(2, -(i + 1)));

/**
 * C₃ and C₄ for sharper sizes: C₃ = 5σ, σ² = E ψ(X)², about twice what |f(x)| comes to over √log(1/γ), which makes
 * R/V least; C₄ = 2C₃/c_ψ as in the paper.
 */
export function sharpStep(psi: Activation): { readonly C3: number; readonly C4: number } {
  const C3 = 5 * Math.sqrt(psi.gaussian.secondMoment.value);
  return { C3, C4: (2 * C3) / Math.sqrt(psi.gaussian.derivativeSecondMoment.value) };
}

/**
 * How the variation of the gradient is bounded: by nets as in Proposition 2, or without any by ‖W‖ alone, which serves
 * only for widths up to about d².
 */
export type VariationArgument = "nets" | "operator norm";

interface Sizes {
  readonly k: number;
  readonly d: number;
  readonly gamma: number;
}

/** V for ‖δ‖ ≤ R over L: see `sharpMargin`. */
function variation({ k, d, gamma }: Sizes, R: number, argument: VariationArgument): number {
  const quarter = Math.log(4) - Math.log(gamma);
  const w = 1 + Math.sqrt(k / d) + Math.sqrt((2 * quarter) / d);
  if (argument === "operator norm") return (w ** 2 * R) / Math.sqrt(k);
  let least = Infinity;
  for (const sphere of SPHERE_NETS) {
    for (const ball of BALL_NETS) {
      const t = d * (Math.log1p(2 / sphere) + Math.log1p(2 / ball)) + quarter;
      const onNet = ((R / d) * (Math.sqrt(6 * t) + (2 * t) / Math.sqrt(k))) / (1 - sphere);
      least = Math.min(least, onNet + (w ** 2 * ball * R) / Math.sqrt(k));
    }
  }
  return least;
}

/**
 * What is left of C₃√log(1/γ)(1 − V/g) − F at sizes k and d: positive where the proof of Theorem 1, with nothing given
 * away, gives its conclusion for C₃ and C₄ of `sharpStep`. Each of four events fails with probability at most γ/4:
 *
 * - |f(x)| ≤ F = σ√(2 log(8/γ)) + c·log(8/γ)/√k: Lemma 1, two-sided, with ψ's own (σ, c);
 * - ‖∇f(x)‖ ≥ g: ‖s‖² = Σψ'(u)²/k ≥ c_ψ² − σ'√(2 log(8/γ)/k) (Bernstein for the lower tail of what is not negative needs
 *   no c'), and the part of ‖∇f‖² across x is ‖s‖²χ²_{d−1}/d with χ²_m ≥ m − 2√(m·log(8/γ)) (Laurent and Massart);
 * - Φ(v, δ) ≤ (LR/d)(√(6t) + 2t/√k) at each point of a net, t = log(4·points/γ): Bernstein for
 *   |X_ℓ| ≤ |w·v||w·δ|, E|X_ℓ|^q ≤ (2q − 1)!!(R/d)^q ≤ (q!/2)·3·2^(q−2)(R/d)^q. An ε-net of v costs a factor 1/(1 − ε)
 *   and (1 + 2/ε)^d points, an ε-net of δ (1 + 2R/ε)^d points and the variation between them,
 *   L‖W‖²ε/√k;
 * - ‖W‖ ≤ w = 1 + √(k/d) + √(2 log(4/γ)/d) (Davidson and Szarek), which stands for Lip(Φ).
 *
 * R = C₃√log(1/γ)/g, and V is the least that a choice of ε's gives. Without nets V = L‖W‖²R/√k. The chain (15) ends at
 * f(x) − η‖∇f‖²(1 − V/‖∇f‖) < 0. Nothing is asked of ψ(0) or of the Lipschitz constant.
 */
export function sharpMargin(psi: Activation, { k, d, gamma }: Sizes, argument: VariationArgument): number {
  const { valueMoments, derivativeMoments, smoothness, gaussian } = psi;
  if (!valueMoments || !derivativeMoments) return -Infinity;
  const log = -Math.log(gamma);
  const eighth = Math.log(8) + log;
  const F = valueMoments.sigma * Math.sqrt(2 * eighth) + (valueMoments.c * eighth) / Math.sqrt(k);
  const square = gaussian.derivativeSecondMoment.value - derivativeMoments.sigma * Math.sqrt((2 * eighth) / k);
  const across = (d - 1 - 2 * Math.sqrt((d - 1) * eighth)) / d;
  if (!(square > 0 && across > 0)) return -Infinity;
  const g = Math.sqrt(square * across);
  const { C3, C4 } = sharpStep(psi);
  // ‖η∇f‖ ≤ C₄√log(1/γ) besides.
  if (C3 / g > C4) return -Infinity;
  const reach = C3 * Math.sqrt(log);
  return reach * (1 - (smoothness * variation({ k, d, gamma }, reach / g, argument)) / g) - F;
}

/** The least width for which some dimension will do. */
export function sharpLeastWidth(psi: Activation, gamma: number, argument: VariationArgument): number {
  return leastWhere((k) => sharpMargin(psi, { k, d: ENDLESS, gamma }, argument) > 0);
}

/** The least dimension that will do at a width; Infinity where the width is too small. */
export function sharpLeastDimension(psi: Activation, k: number, gamma: number, argument: VariationArgument): number {
  return leastWhere((d) => sharpMargin(psi, { k, d, gamma }, argument) > 0);
}
