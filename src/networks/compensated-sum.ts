/**
 * Σ term(i) for 0 ≤ i < n with Neumaier's compensation: error at most about 2 ulp of Σ|term|·(1/|Σ term|),
 * whatever n.
 */
export function compensatedSum(n: number, term: (i: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    const x = term(i);
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}
