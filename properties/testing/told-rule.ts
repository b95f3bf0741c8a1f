import type { Planted } from "./planted-features.js";

/** Nodes and weights of the 20-point Gauss–Legendre rule on [−1, 1], by Newton's method. */
const RULE = (() => {
  const n = 20;
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [before, current] = [1, x];
      for (let k = 2; k <= n; k++) [before, current] = [current, ((2 * k - 1) * x * current - (k - 1) * before) / k];
      slope = (n * (x * current - before)) / (x * x - 1);
      x -= current / slope;
    }
    return { x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
})();

/** A composite rule against the normal density, by node: ψ, ψ' and the weight. */
export interface ToldRule {
  readonly value: Float64Array;
  readonly derivative: Float64Array;
  readonly weight: Float64Array;
}

/**
 * A composite rule that is told where the feature is: panels around it grow by a factor of √2 from an eighth of its width,
 * in the variable s = a(t − b), so that nothing cancels; elsewhere they are at most 1/4 wide.
 */
export function toldRule({ a, b, value, derivative, kinks, reach }: Planted): ToldRule {
  const ends = new Set([0, ...kinks]);
  const far = (38 + Math.abs(b)) * a;
  const wide = a / 4;
  for (const sign of [1, -1]) {
    let [s, step] = [0, 1 / 8];
    while (s < far) {
      s += Math.min(step, wide);
      // Over the feature itself panels stay narrow.
      if (s > Math.min(reach, 8)) step *= Math.SQRT2;
      ends.add(sign * Math.min(s, far));
    }
  }
  const sorted = [...ends].toSorted((x, y) => x - y);
  const [values, slopes, weights]: number[][] = [[], [], []];
  for (let i = 1; i < sorted.length; i++) {
    const [low, high] = [sorted[i - 1], sorted[i]];
    for (const { x, weight } of RULE) {
      const s = (low + high) / 2 + ((high - low) / 2) * x;
      const t = b + s / a;
      values.push(value(s, t));
      slopes.push(derivative(s, t));
      weights.push((((high - low) / 2 / a) * weight * Math.exp(-0.5 * t * t)) / Math.sqrt(2 * Math.PI));
    }
  }
  return {
    value: Float64Array.from(values),
    derivative: Float64Array.from(slopes),
    weight: Float64Array.from(weights),
  };
}

/** Σ w·g, smallest terms first. */
function total(terms: Float64Array): number {
  return terms.toSorted((x, y) => Math.abs(x) - Math.abs(y)).reduce((sum, x) => sum + x, 0);
}

/** E g(ψ(X), ψ'(X)) by the rule, and E|g|. */
export function expectationBy(rule: ToldRule, g: (value: number, derivative: number) => number) {
  const terms = rule.weight.map((w, j) => w * g(rule.value[j], rule.derivative[j]));
  return { value: total(terms), size: total(terms.map(Math.abs)) };
}

/**
 * P(Σ a_ℓψ(Z_ℓ) > T) by the contour with M from the rule: plain trapezoid sums with |M|^k below 1e-18 over the last half
 * of them; null where that takes more than 2000 terms.
 */
export function tailBy({ value, weight }: ToldRule, k: number, T: number): number | null {
  const moment = (c: number) => {
    let [m, slope, bend] = [0, 0, 0];
    for (let j = 0; j < value.length; j++) {
      const [cosh, sinh] = [Math.cosh(c * value[j]), Math.sinh(c * value[j])];
      m += weight[j] * cosh;
      slope += weight[j] * value[j] * sinh;
      bend += weight[j] * value[j] ** 2 * cosh;
    }
    return { m, slope: slope / m, bend: bend / m - (slope / m) ** 2 };
  };
  let [low, high] = [0, 1];
  while (k * moment(high).slope < T && high < 200) high *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (k * moment(middle).slope - 1 / middle < T) low = middle;
    else high = middle;
  }
  const c = (low + high) / 2;
  const { m, bend } = moment(c);
  const D = Math.min(c / 6, 1 / (8 * Math.sqrt(k * bend)));
  let sum = 0;
  let below = 0;
  for (let n = 0; n < 2000; n++) {
    const omega = n * D;
    let [re, im] = [0, 0];
    for (let j = 0; j < value.length; j++) {
      const [cos, sin] = [Math.cos(omega * value[j]), Math.sin(omega * value[j])];
      re += weight[j] * Math.cosh(c * value[j]) * cos;
      im += weight[j] * Math.sinh(c * value[j]) * sin;
    }
    const size = (Math.hypot(re, im) / m) ** k;
    const phase = k * Math.atan2(im, re) - omega * T;
    const part = (size * (c * Math.cos(phase) + omega * Math.sin(phase))) / (c * c + omega * omega);
    sum += n === 0 ? part / 2 : part;
    // As many small terms in a row, and beyond many oscillations, since |M| may come back.
    below = size < 1e-18 ? below + 1 : 0;
    if (below > n / 2 && omega > 20 / Math.sqrt(bend)) return (D / Math.PI) * sum * Math.exp(k * Math.log(m) - c * T);
  }
  return null;
}
