import type { Estimate } from "../numbers/adaptive-quadrature.js";
import type { BernsteinMoments } from "../numbers/bernstein-moments.js";
import type { TaylorBounds } from "../numbers/majorants/taylor-bounds.js";
import type { Sides } from "./expressions/affine-sides.js";

/** Where the constants of an activation come from: proved, or taken on the word of whoever defined it. */
export type Provenance = "certified" | "declared";

/** The order of a derivative. */
export type DerivativeOrder = 0 | 1 | 2;

/** What proofs about integrals and sums of ψ(X) rest on. */
export interface ActivationProof {
  /** Majorants of ψ^(m) over intervals (numbers/majorants). */
  readonly bounds: (m: DerivativeOrder) => TaylorBounds;
  /** A bound on the error of ψ^(m)(t) as it is computed. */
  readonly error: (t: number, m: DerivativeOrder) => number;
  /** |ψ^(m)(t)| ≤ most·(|t|/38.6)^degree for |t| ≥ 38.6, where neither sup|ψ| nor sup|ψ'| says so; null where unknown. */
  readonly far?: (m: DerivativeOrder) => { readonly most: number; readonly degree: number } | null;
}

/** The Gaussian quantities that the statements use; X ~ N(0, 1). */
export interface GaussianQuantities {
  /** E ψ(X) */
  readonly mean: Estimate;
  /** E ψ(X)² */
  readonly secondMoment: Estimate;
  /** c_ψ² = E ψ'(X)² */
  readonly derivativeSecondMoment: Estimate;
}

/**
 * A non-linearity ψ : ℝ → ℝ with what the statements need to know of it. Pure: equal arguments, equal results.
 *
 * For those of the catalogue, value and derivatives are right to 8 ulp for every finite t, near their zeros and in
 * their tails too, and the constants are not below the truth and at most 3 ulp above it.
 */
export interface Activation {
  /** A name, or an expression in one variable. */
  readonly id: string;
  readonly latex: string;
  /** ψ as an expression in t (parse-expression.ts), where it is given by one. */
  readonly expression: string | null;
  /** The activation of the catalogue that this is, proved to be the same function, where it goes by another name. */
  readonly same: Activation | null;
  readonly value: (t: number) => number;
  /** ψ' almost everywhere; at a kink or jump the value stated with the activation. */
  readonly derivative: (t: number) => number;
  /** ψ'', or null where ψ has kinks or jumps or none was given. */
  readonly secondDerivative: ((t: number) => number) | null;
  /** sup|ψ|; Infinity when unbounded or unknown. */
  readonly supremum: number;
  /** sup|ψ'|, the Lipschitz constant; Infinity when there is none or it is unknown. */
  readonly lipschitz: number;
  /** L = sup|ψ''|, the Lipschitz constant of ψ'; Infinity with kinks or when unknown. */
  readonly smoothness: number;
  /** sup|ψ'''|, the Lipschitz constant of ψ'', where it is stated with the activation; null elsewhere. */
  readonly curvature: number | null;
  /** Points where ψ or ψ' jumps, ascending. */
  readonly kinks: readonly number[];
  /** ψ on either side of 0, where that is proved to be a line on both, as for max(0, t) and sign(t); null for others. */
  readonly sides: Sides | null;
  readonly provenance: Provenance;
  /** Null for functions on somebody's word: what is integrated of them is an estimate. */
  readonly proof: ActivationProof | null;
  /** Computed at first use, then kept. */
  readonly gaussian: GaussianQuantities;
  /** (σ, c) of Lemma 1 for ψ(X); null when no pair is known. */
  readonly valueMoments: BernsteinMoments | null;
  /** (σ', c') of Lemma 2 for ψ'(X)²; null when no pair is known. */
  readonly derivativeMoments: BernsteinMoments | null;
}
