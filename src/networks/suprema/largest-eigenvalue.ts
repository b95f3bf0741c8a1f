import { lanczos } from "./lanczos.js";
import { shortfall } from "./positive-definite.js";

/** A start for Lanczos that is orthogonal to nothing in particular: fixed, so that results do not depend on chance. */
export function genericVector(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => 1 + Math.sin(12.9898 * (i + 1)) / 2);
}

/** y = Sv for a symmetric S, n × n row-major, in full. */
function symmetricProduct(S: Float64Array, v: Float64Array): Float64Array {
  const n = v.length;
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += S[row + j] * v[j];
    y[i] = sum;
  }
  return y;
}

/** What is known of the largest eigenvalue of a matrix. */
export interface LargestEigenvalue {
  /** No eigenvalue is larger. */
  readonly upper: number;
  /** Close to an eigenvector of the largest eigenvalue. */
  readonly vector: Float64Array;
}

/**
 * An upper bound on the largest eigenvalue of a symmetric S, n × n in full, proved by a factorisation of λI − S
 * (positive-definite.ts). λ is a Ritz value, raised until the factorisation runs to its end; on a failure the excess
 * grows by 8, so a poor Ritz value costs tightness and never validity.
 *
 * @param size an upper bound on ‖S‖ by other means, at most 2^500: returned where it is the better one.
 */
export function largestEigenvalue(S: Float64Array, n: number, size: number): LargestEigenvalue {
  const { value, vector, residual } = lanczos((v) => symmetricProduct(S, v), genericVector(n), { end: "top" });
  const scale = Math.abs(value) + residual;
  for (let excess = residual + 2 ** -40 * scale; value + excess < size && excess > 0; excess *= 8) {
    const lambda = value + excess;
    const error = shortfall(S, n, lambda);
    if (error !== null) return { upper: Math.min(size, (lambda + error) * (1 + 2 ** -51)), vector };
  }
  return { upper: size, vector };
}
