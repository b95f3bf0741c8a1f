/** Taylor coefficients at a point, by recurrences of their own: nothing is bounded here. */
export type Jet = readonly number[];

export const variable = (t: number, order: number): Jet => Array.from({ length: order + 1 }, (_, j) => [t, 1][j] ?? 0);

export const times = (a: Jet, b: Jet): Jet =>
  a.map((_, n) => a.slice(0, n + 1).reduce((sum, x, i) => sum + x * b[n - i], 0));

/** q^p: y = q^p has y'·q = p·q'·y. */
export function raised(q: Jet, p: number): Jet {
  const y = [q[0] ** p];
  for (let n = 1; n < q.length; n++) {
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += (p * i - (n - i)) * q[i] * y[n - i];
    y.push(sum / (n * q[0]));
  }
  return y;
}

/** e^f */
export function exponential(f: Jet): Jet {
  const e = [Math.exp(f[0])];
  for (let n = 1; n < f.length; n++) {
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += i * f[i] * e[n - i];
    e.push(sum / n);
  }
  return e;
}

/** The integral with this value at the point, one order longer. */
export const integral = (slope: Jet, value: number): Jet => [value, ...slope.map((x, j) => x / (j + 1))];

/** y' = a + by − y², b = 0 for tanh and 1 for σ. */
export function riccati(value: number, a: number, b: number, order: number): Jet {
  const y = [value];
  for (let n = 0; n < order; n++) {
    const square = y.reduce((sum, x, i) => sum + x * y[n - i], 0);
    y.push(((n === 0 ? a : 0) + b * y[n] - square) / (n + 1));
  }
  return y;
}
