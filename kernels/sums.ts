/** The sum of both lanes. */
// @ts-ignore: decorator
@inline
export function total(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Adds x to the sum at `at`, and what that loses to the double behind it (Knuth's two-sum). */
export function addTo(at: usize, x: f64): void {
  const sum = load<f64>(at);
  const next = sum + x;
  const part = next - sum;
  store<f64>(at, next);
  store<f64>(at, load<f64>(at, 8) + (sum - (next - part) + (x - part)), 8);
}
