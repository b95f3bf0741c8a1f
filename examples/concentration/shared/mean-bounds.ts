import type { BoundedLaw } from "../laws/bounded-law.js";

/** n and a bound's logarithm at a deviation t of the mean of n independent variables of a law. */
type LogBound = (law: Pick<BoundedLaw, "least" | "most" | "mean" | "variance">, n: number, t: number) => number;

/** h(u) = (1 + u)·log(1 + u) − u, by its series where it would cancel. */
export function bennettsFunction(u: number): number {
  if (Math.abs(u) > 1e-3) return (1 + u) * Math.log1p(u) - u;
  // Σ_{j≥2} (−u)^j/(j(j−1))
  return u * u * (1 / 2 - u * (1 / 6 - u * (1 / 12 - u * (1 / 20 - u / 30))));
}

/** KL(q‖p) = q·log(q/p) + (1 − q)·log((1 − q)/(1 − p)) for q = p + x, by h on both sides: nothing of order x is left to cancel. */
export function relativeEntropy(p: number, x: number): number {
  const [q, rest] = [p + x, 1 - p - x];
  if (rest <= 0) return rest < -1e-12 ? Infinity : -Math.log(p);
  if (q <= 0) return q < -1e-12 ? Infinity : -Math.log1p(-p);
  // q·log(q/p) − x = p·h(x/p), and likewise for 1 − p with −x.
  return p * bennettsFunction(x / p) + (1 - p) * bennettsFunction(-x / (1 - p));
}

/** log of Hoeffding's exp(−2nt²/(b − a)²). */
export const hoeffdingLog: LogBound = ({ least, most }, n, t) => -2 * n * (t / (most - least)) ** 2;

/** log of Bennett's exp(−(nσ²/b²)·h(bt/σ²)), b = sup X − μ. */
export const bennettLog: LogBound = ({ most, mean, variance }, n, t) => {
  const b = most - mean;
  return -((n * variance) / (b * b)) * bennettsFunction((b * t) / variance);
};

/** log of Bernstein's exp(−nt²/(2(σ² + bt/3))), b = sup X − μ. */
export const bernsteinLog: LogBound = ({ most, mean, variance }, n, t) =>
  (-n * t * t) / (2 * (variance + ((most - mean) * t) / 3));

/** log of exp(−n·KL(q‖p)) for the law moved to [0, 1]: p its mean, q = p + t. */
export const chernoffLog: LogBound = ({ least, most, mean }, n, t) =>
  -n * relativeEntropy((mean - least) / (most - least), t / (most - least));

/** log of Cantelli's σ²/(σ² + nt²). */
export const cantelliLog: LogBound = ({ variance }, n, t) => -Math.log1p((n * t * t) / variance);

/** log of Chebyshev's σ²/(nt²). */
export const chebyshevLog: LogBound = ({ variance }, n, t) => Math.min(0, Math.log(variance / n) - 2 * Math.log(t));

/** The bounds on P(X̄ − μ ≥ t) that are compared with each other, by name; each falls in t. */
export const meanBounds: Readonly<Record<string, LogBound>> = {
  Chebyshev: chebyshevLog,
  Cantelli: cantelliLog,
  Hoeffding: hoeffdingLog,
  Bernstein: bernsteinLog,
  Bennett: bennettLog,
  "Chernoff–KL": chernoffLog,
};
