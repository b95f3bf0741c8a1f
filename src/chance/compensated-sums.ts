/** Running sums with what rounding took from each (Neumaier 1974). Plain data. */
export interface CompensatedSums {
  readonly sums: Float64Array;
  readonly lost: Float64Array;
}

export function compensatedSums(length: number): CompensatedSums {
  return { sums: new Float64Array(length), lost: new Float64Array(length) };
}

/** Adds term(i) to each sum i. */
export function addTo({ sums, lost }: CompensatedSums, term: (i: number) => number): void {
  for (let i = 0; i < sums.length; i++) {
    const [sum, x] = [sums[i], term(i)];
    const next = sum + x;
    lost[i] += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sums[i] = next;
  }
}

/** Sum i, to about an ulp of itself and n²·2^-106 of Σ|terms|. */
export function totalOf({ sums, lost }: CompensatedSums, i: number): number {
  return sums[i] + lost[i];
}
