import type { Activation } from "../../activations/activation.js";
import type { Bits } from "../../chance/bits.js";
import { fillNormal } from "../../chance/normal.js";
import { fillRademacher } from "../../chance/rademacher.js";
import type { Streams } from "../../chance/streams.js";
import type { CoefficientLaw } from "../dense-network.js";
import type { CompleteSetting } from "../setting.js";

/** The k neurons as seen from x. */
export interface Layer {
  /** a */
  readonly a: Float64Array;
  /** z ~ N(0, I_k): √d·We for the unit vector e along x, or any if x = 0. */
  readonly z: Float64Array;
  /** u = Wx = (r/√d)z; z itself for r = √d. */
  readonly u: Float64Array;
}

interface LayerLaw extends Pick<CompleteSetting<number>, "k" | "coefficients"> {
  /** r/√d, the standard deviation of the u_ℓ. */
  readonly scale: number;
}

/** Fills a vector with independent coefficients. */
const fillCoefficients: Readonly<Record<CoefficientLaw, (out: Float64Array, bits: Bits) => void>> = {
  rademacher: fillRademacher,
  gaussian: fillNormal,
};

/** A vector of k independent N(0, 1) variables. */
export function normals(k: number, bits: Bits): Float64Array {
  const out = new Float64Array(k);
  fillNormal(out, bits);
  return out;
}

/** One draw of a, z and u, from the sub-streams `a` and `u`. */
export function drawLayer({ k, coefficients, scale }: LayerLaw, random: Streams): Layer {
  const a = new Float64Array(k);
  fillCoefficients[coefficients](a, random("a"));
  const z = normals(k, random("u"));
  return { a, z, u: scale === 1 ? z : z.map((t) => scale * t) };
}

/** s = a∘ψ'(u)/√k, for which ∇f(x) = Wᵀs. */
export function gradientWeights({ derivative }: Activation, { a, u }: Pick<Layer, "a" | "u">): Float64Array {
  const root = Math.sqrt(a.length);
  return u.map((t, i) => (a[i] * derivative(t)) / root);
}
