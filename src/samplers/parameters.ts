import type { Activation } from "../activations/activation.js";
import type { CoefficientLaw, Initialisation } from "../networks/dense-network.js";

/** What a cell may fix. Plain JSON; extend it by declaration merging to give your own claims further parameters. */
export interface Parameters {
  /** The activation ψ: an id. */
  psi: string;
  /** Input dimension, an integer in [1, 2^53]. */
  d: number;
  /** Width, or a number of independent variables: an integer in [1, 2^53]. */
  k: number;
  /** The failure probability γ, in (0, 1). */
  gamma: number;
  /** Radius R of the ball of perturbations, positive and finite. */
  radius: number;
  /** Number L of hidden layers, an integer ≥ 1. */
  depth: number;
  /** The variance of the weights of hidden layers 2 to L. */
  initialisation: Initialisation;
  /** The law of the a_ℓ. */
  coefficients: CoefficientLaw;
  /** ‖x‖, or ‖x'‖ of an input (x', β) with a bias unit: finite and ≥ 0. */
  norm: number;
  /** The input β of the bias unit, finite. */
  bias: number;
  /** How many inputs one network is seen from, an integer ≥ 1. */
  inputs: number;
  /** The order of a moment, an integer in [1, 2^53]. */
  q: number;
  /** The law of a random variable, by name. */
  law: string;
  /** A step size η, positive and finite. */
  eta: number;
  /** How the other sizes grow with the one that a trend follows, by name. */
  growth: string;
  /** The cosine of the angle between x and another vector: a unit vector u, or another input. In [−1, 1]. */
  correlation: number;
  /** ‖∇f(x)‖ where a step of a proof speaks of it, positive and finite. */
  gradientNorm: number;
  /** log d and log k where a step of a proof speaks of sizes beyond 2^53: finite and ≥ 0. */
  logD: number;
  logK: number;
  /** ρ in log k = d^ρ, in (0, 1); m in γ = d^(−m), at least 1; p in a condition on log^p(k), at least 1. */
  rho: number;
  degree: number;
  power: number;
  /** A bound on |f(x)|, and √d times one on ‖∇²f‖, where a step of a proof starts from them: positive and finite. */
  valueBound: number;
  hessianBound: number;
  /** What (14) and (18) keep the variation of the gradient below, their c: positive and finite. */
  variation: number;
  /** How fixed directions δ and v lie to x and to each other, by name. */
  directions: string;
}

export type Name = keyof Parameters;

/** The parameters as the mathematics uses them: ψ is the activation itself. */
export type Given<P extends Name> = Readonly<{ [K in P]: K extends "psi" ? Activation : Parameters[K] }>;
