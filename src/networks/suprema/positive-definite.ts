const UNIT = 2 ** -53;

/** n·2⁻⁵³/(1 − n·2⁻⁵³), the relative error of n roundings (Higham 2002, Lemma 3.1), rounded up. */
export function roundings(n: number): number {
  return ((n * UNIT) / (1 - n * UNIT)) * (1 + 2 ** -50);
}

/** Cholesky in place on the lower triangle of A, n × n row-major; false as soon as a pivot is not positive. */
function factorises(A: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      let p = 0;
      let q = 0;
      let m = 0;
      for (; m + 1 < j; m += 2) {
        p += A[row + m] * A[other + m];
        q += A[row + m + 1] * A[other + m + 1];
      }
      if (m < j) p += A[row + m] * A[other + m];
      const rest = A[row + j] - (p + q);
      if (j < i) A[row + j] = rest / A[other + j];
      else if (rest > 0) A[row + i] = Math.sqrt(rest);
      else return false;
    }
  }
  return true;
}

/**
 * Tries to prove that λ·I − S has no eigenvalue below −e for a symmetric S, n × n, and returns such an e, or null where
 * the factorisation breaks down (it may, if λ is not well above the largest eigenvalue of S).
 *
 * If Cholesky on A runs to its end, its factor R has RᵀR = A + ΔA with |ΔA_ij| ≤ γ/(1 − γ)·√(a_ii a_jj), γ = γ_{n+1}
 * (Demmel 1989; Higham, Accuracy and Stability, 2002, Theorem 10.5), a matrix of rank one and norm γ/(1 − γ)·tr A; and
 * RᵀR ⪰ 0. Rump, Verification of positive definiteness, BIT 2006, has the same argument. To it comes the rounding of
 * the diagonal λ − s_ii, 2⁻⁵³ of each, and what underflows: at most 2⁻¹⁰⁷⁴ for each of n² products.
 *
 * @param S symmetric; its lower triangle is read. |s_ij| and λ at most 2^500.
 */
export function shortfall(S: Float64Array, n: number, lambda: number): number | null {
  const A = new Float64Array(n * n);
  let trace = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) A[i * n + j] = -S[i * n + j];
    A[i * n + i] = lambda - S[i * n + i];
    if (!(A[i * n + i] > 0)) return null;
    trace += A[i * n + i];
  }
  if (!factorises(A, n)) return null;
  const gamma = roundings(n + 1);
  return (gamma / (1 - gamma) + UNIT) * trace * (1 + roundings(n + 8)) + n * n * 2 ** -1074;
}
