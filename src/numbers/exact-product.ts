/** Splits x into two halves of at most 26 bits each that sum to x exactly (Veltkamp). For |x| < 2^996. */
function split(x: number): readonly [number, number] {
  const scaled = 134217729 * x; // 2^27 + 1
  const high = scaled - (scaled - x);
  return [high, x - high];
}

/**
 * x·y as an unevaluated sum of two doubles, product + rest, exact unless the rest underflows (Dekker 1971).
 * For |x|, |y| < 2^996 with a product in range.
 */
export function exactProduct(x: number, y: number): { readonly product: number; readonly rest: number } {
  const product = x * y;
  const [xHigh, xLow] = split(x);
  const [yHigh, yLow] = split(y);
  const rest = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
  return { product, rest };
}
