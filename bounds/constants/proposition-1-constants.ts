/**
 * The least C ≥ 1 for which k ≥ C log(2/γ) and d ≥ C log(8/γ) carry Proposition 1 to (13), for c = c_ψ ≤ 1:
 * the value needs √2(1 + √(log(2/γ)/k)) ≤ 2; for the gradient log(4/γ) ≤ 2 log(2/γ) gives x = √(log(4/γ)/k) ≤ √(2/C),
 * and (c² − √2·x(1 + x))^(1/2)·(1 − 5/√C) ≥ c/2 is needed at that x. Both hold for every larger C. No C will do for
 * c = 0, or where c is no number for want of a Lipschitz constant: Infinity.
 */
export function simplifiedConstant(c: number): number {
  if (!(c > 0)) return Infinity;
  const suffices = (C: number) => {
    const x = Math.sqrt(2 / C);
    const square = c * c - Math.SQRT2 * x * (1 + x);
    return (
      Math.SQRT2 * (1 + 1 / Math.sqrt(C)) <= 2 &&
      square >= 0 &&
      C >= 25 &&
      Math.sqrt(square) * (1 - 5 / Math.sqrt(C)) >= c / 2
    );
  };
  let [low, high] = [1, 2];
  while (!suffices(high)) [low, high] = [high, 2 * high];
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return high;
}
