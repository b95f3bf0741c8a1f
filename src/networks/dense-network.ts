import type { Activation } from "../activations/activation.js";

export const COEFFICIENT_LAWS = ["rademacher", "gaussian"] as const;

/** The law of the a_ℓ: ±1 with probability ½ each (Section 1), or N(0, 1) (Section 4, footnote 2). */
export type CoefficientLaw = (typeof COEFFICIENT_LAWS)[number];

export const INITIALISATIONS = ["fan-in", "he"] as const;

/**
 * The variance of the weights of hidden layers 2 to L: 1/k as in Section 1 (`fan-in`) or 2/k (`he`), k the width of the
 * layer below. Layer 1 has
 * variance 1/d under both, so that w_ℓ·x ~ N(0, 1) for ‖x‖ = √d as in the paper; for one hidden layer both are the
 * same network. With `he`, ReLU keeps the mean square of the pre-activations the same from layer to layer.
 */
export type Initialisation = (typeof INITIALISATIONS)[number];

/**
 * f(x) = (1/√k) Σ_ℓ a_ℓ ψ(z_L,ℓ) with z_1 = W_1 x and z_{i+1} = W_{i+1} ψ(z_i): the network (1) for L = 1, deeper
 * ones as in Section 4, weights and all. `drawDenseNetwork` draws one; any of these shapes is one.
 */
export interface DenseNetwork {
  /** ψ */
  readonly activation: Activation;
  /** The length of an input x. */
  readonly d: number;
  /** The number of neurons in the last hidden layer; in every one, unless widths differ. */
  readonly k: number;
  /** L, the number of hidden layers. */
  readonly depth: number;
  /** W_1 (k_1 × d) and W_l (k_l × k_(l−1)) up to W_L, each row-major: row ℓ holds the weights of neuron ℓ. */
  readonly weights: readonly Float64Array[];
  /** a, of length k. */
  readonly coefficients: Float64Array;
}
