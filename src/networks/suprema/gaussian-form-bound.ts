/** Sums over the weights of one sign. */
interface Part {
  /** Σ |c_ℓ| */
  readonly sum: number;
  /** max |c_ℓ| */
  readonly largest: number;
}

function partOf(c: Float64Array, sign: 1 | -1): Part {
  let [sum, largest] = [0, 0];
  for (let i = 0; i < c.length; i++) {
    const size = Math.max(0, sign * c[i]);
    sum += size;
    largest = Math.max(largest, size);
  }
  return { sum, largest };
}

/** Events that the bound rests on. */
const EVENTS = 5;

/**
 * An upper bound on ‖∇²f(x)‖ at ‖x‖ = √d that holds with probability at least 1 − `probability` given u = Wx, for
 * c = a∘ψ''(u)/√k: for any sizes, in O(k).
 *
 * On x^⊥, of dimension n = d − 1, H is (1/d)·Gᵀ diag(c) G with G standard normal and independent of c. Split by the sign
 * of c: vᵀHv = (‖C₊^{1/2}Gv‖² − ‖C₋^{1/2}Gv‖²)/d, and by Gordon's comparison (Gordon 1985; Davidson and Szarek 2001,
 * II.c), with S = Σ|c| and m = max|c| over a sign,
 *
 *   E sup_v ‖C^{1/2}Gv‖ ≤ √S + √m·√n,   E inf_v ‖C^{1/2}Gv‖ ≥ √(S − m) − √m·√n
 *
 * (E‖C^{1/2}g‖² = S and its norm has variance at most m). Both are √m-Lipschitz in G, so each is exceeded by √m·t with
 * probability at most e^(−t²/2). Towards x, H has the entry Σ c u²/d and the column of length ‖c∘u‖χ_n/d; a matrix
 * has at most the norm of the matrix of its blocks' norms.
 *
 * For k far below d it tends to max|c|, the truth; for k far above d to 4√(mS/2)·√d/d, where the truth is 2√(Σc²)/√d.
 */
export function gaussianFormBound(
  { d, u, c }: Readonly<{ d: number; u: Float64Array; c: Float64Array }>,
  probability: number,
): number {
  let [along, across] = [0, 0];
  for (let i = 0; i < c.length; i++) {
    along += c[i] * u[i] * u[i];
    across += (c[i] * u[i]) ** 2;
  }
  const corner = Math.abs(along) / d;
  if (d === 1) return corner * (1 + 2 ** -30);
  const reach = Math.sqrt(d - 1) + Math.sqrt(2 * (Math.log(EVENTS) - Math.log(probability)));
  const sup = ({ sum, largest }: Part) => (Math.sqrt(sum) + Math.sqrt(largest) * reach) ** 2;
  const inf = ({ sum, largest }: Part) =>
    Math.max(0, Math.sqrt(Math.max(0, sum - largest)) - Math.sqrt(largest) * reach) ** 2;
  const [positive, negative] = [partOf(c, 1), partOf(c, -1)];
  const block = Math.max(sup(positive) - inf(negative), sup(negative) - inf(positive)) / d;
  const column = (Math.sqrt(across) * reach) / d;
  // The sums have errors of at most k·2⁻⁵³, and differences of squares lose no more than the squares have.
  return ((corner + block) / 2 + Math.hypot((corner - block) / 2, column)) * (1 + 2 ** -20);
}
