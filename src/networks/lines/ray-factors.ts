/** How the outputs of points split: the parts along the outputs at x, and the factor of the Gram matrix of the rest. */
export interface RayFactors {
  /** c_i of h_i = c_i h + r_i. */
  readonly along: readonly number[];
  /** Row i: the coefficients of r_i in an orthonormal basis, a new vector for each point. */
  readonly across: readonly (readonly number[])[];
}

/** A pivot that is at most this share of the vector's square is rounding. */
const NEGLIGIBLE = 2 ** -42;

/**
 * Splits points of which is known how they differ from their parents, an earlier point or the outputs h at x: from the
 * Gram matrix of h and those differences, by a Cholesky factor of what is left across h. As it is the differences that
 * are factored, the product of a difference is right to half of its own digits, however small it is.
 *
 * @param gram entry (p, q) for p ≤ q, 0 for h, 1 + i for point i.
 * @param parents 0 for h, 1 + i for point i.
 */
export function rayFactors(gram: (p: number, q: number) => number, parents: readonly number[]): RayFactors {
  const square = gram(0, 0);
  const along: number[] = [];
  const across: number[][] = [];
  const rows: number[][] = [];
  const shares: number[] = [];
  for (const [i, parent] of parents.entries()) {
    const share = square > 0 ? gram(0, i + 1) / square : 0;
    shares.push(share);
    const row = Array<number>(parents.length).fill(0);
    for (let j = 0; j <= i; j++) {
      let rest = gram(j + 1, i + 1) - share * shares[j] * square;
      for (let t = 0; t < j; t++) rest -= row[t] * (j === i ? row[t] : rows[j][t]);
      if (j === i) row[j] = rest > NEGLIGIBLE * gram(i + 1, i + 1) ? Math.sqrt(rest) : 0;
      else row[j] = rows[j][j] > 0 ? rest / rows[j][j] : 0;
    }
    rows.push(row);
    along.push(share + (parent === 0 ? 1 : along[parent - 1]));
    across.push(row.map((t, j) => t + (parent === 0 ? 0 : across[parent - 1][j])));
  }
  return { along, across };
}
