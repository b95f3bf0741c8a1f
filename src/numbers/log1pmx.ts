/**
 * log(1 + x) − x for x > −1, without the cancellation near 0.
 *
 * With r = x/(2+x): log(1+x) = 2·artanh(r), so log(1+x) − x = r·(2·(r²/3 + r⁴/5 + …) − x)
 * because 2r − x = −x·r. (Loader 2000; used the same way in R's nmath.)
 * Relative error: a few ulp.
 */
export function log1pmx(x: number): number {
  if (x < -0.79149064 || x > 1) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  let series = 0;
  let power = square;
  for (let j = 3; ; j += 2) {
    const term = power / j;
    series += term;
    // Written so that NaN ends it too.
    if (!(term > series * 1e-17)) break;
    power *= square;
  }
  return r * (2 * series - x);
}
