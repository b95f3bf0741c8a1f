const LOG_ROOT_TWO_PI = 0.9189385332046728;
/** From here on by a fraction. */
const FAR = 2;
const ENOUGH = 2 ** -52;

/**
 * P(0 < X < t)/φ(t) = t + t³/3 + t⁵/15 + … for 0 ≤ t < 2: at most 35 terms, all positive. The rest is below the last
 * term, as the ratio of terms is by then below ½.
 */
function middle(t: number): number {
  let [sum, term] = [t, t];
  for (let n = 3; term > sum * 2 ** -56; n += 2) {
    term *= (t * t) / n;
    sum += term;
  }
  return sum;
}

/**
 * φ(t)/P(X > t) = t + 1/(t + 2/(t + 3/…)) for t ≥ 2 (Laplace): all elements are positive, so that it lies between its values
 * with the least and the most of what is left out. At most some hundred steps of three roundings.
 */
function fraction(t: number): number {
  // Convergents approach like e^(−2t√(2n)).
  for (let steps = Math.ceil(200 / (t * t)) + 4; ; steps *= 2) {
    // What is left out is between 0 and its first element over t.
    let low = 0;
    let high = (steps + 1) / t;
    for (let m = steps; m >= 1; m--) {
      const least = m / (t + high);
      high = m / (t + low);
      low = least;
    }
    if (high - low <= ENOUGH * t) return t + low;
  }
}

/**
 * log P(X > t) for X ~ N(0, 1) and any finite t, which never underflows. Error below 1e-13 + 4e-16·|log|: the series has some
 * 70 roundings, of which the tail at 2 has 20 times as many relative to itself, the fraction 400; `tailEnclosure` has room.
 */
export function logNormalUpperTail(t: number): number {
  const logDensity = -0.5 * t * t - LOG_ROOT_TWO_PI;
  if (t >= FAR) return logDensity - Math.log(fraction(t));
  if (t <= -FAR) return Math.log1p(-Math.exp(logDensity) / fraction(-t));
  return Math.log(0.5 - Math.sign(t) * middle(Math.abs(t)) * Math.exp(logDensity));
}
