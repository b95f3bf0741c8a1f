import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { filled } from "../../numbers/filled.js";
import { randomOf } from "./random-of.js";

/** An expectation, and the sum of the sizes of the terms that it was added from. */
export interface Closed {
  readonly value: number;
  readonly size: number;
}

/** An activation whose Gaussian integrals are known: t ↦ slope·t + c·(a shape of a(t − b)). */
export interface ClosedFormCase {
  readonly expression: string;
  readonly kind: "spike" | "step" | "polynomials";
  /** E ψ^q, and E ψ'^q, for q = 1, 2, …; null where no closed form is known. */
  readonly moment: (q: number) => Closed | null;
  readonly derivativeMoment: (q: number) => Closed | null;
  /** sup|ψ| and sup|ψ'|, to rounding; what they are at most where `slope` is not 0. */
  readonly supremum: number;
  readonly lipschitz: number;
  readonly ground: boolean;
}

const term = (value: number): Closed => ({ value, size: Math.abs(value) });
const combined = (parts: readonly (readonly [factor: number, part: Closed])[]): Closed => ({
  value: parts.reduce((sum, [factor, { value }]) => sum + factor * value, 0),
  size: parts.reduce((sum, [factor, { size }]) => sum + Math.abs(factor) * size, 0),
});

const phi = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
/** P(Z > t). */
const above = (t: number) => erfc(t / Math.SQRT2) / 2;

/**
 * E (X − b)^n·exp(−p(X − b)²): the product of two normal densities is one of variance v = 1/(1 + 2p) about b − vb, times
 * √v·exp(−pvb²).
 */
function gaussianBump(p: number, b: number, n: number): number {
  const v = 1 / (1 + 2 * p);
  const [mean, deviation] = [-b * v, Math.sqrt(v)];
  // E (mean + deviation·Z)^n, all terms of one sign.
  let [moment, binomial, normal] = [0, 1, 1];
  for (let j = 0; j <= n; j += 2) {
    moment += binomial * normal * mean ** (n - j) * deviation ** j;
    binomial *= ((n - j) * (n - j - 1)) / ((j + 1) * (j + 2));
    normal *= j + 1;
  }
  return deviation * Math.exp(-p * v * b * b) * moment;
}

/** ψ = slope·t + c·exp(−(a(t − b))²): E tg(X) = E g'(X). */
function spike(a: number, b: number, c: number, slope: number) {
  const p = a * a;
  return {
    moment(q: number): Closed | null {
      if (slope === 0) return term(c ** q * gaussianBump(q * p, b, 0));
      if (q === 1) return term(c * gaussianBump(p, b, 0));
      if (q > 2) return null;
      const cross = 2 * slope * c * -2 * p * gaussianBump(p, b, 1);
      return combined([
        [slope * slope, term(1)],
        [1, term(cross)],
        [1, term(c * c * gaussianBump(2 * p, b, 0))],
      ]);
    },
    derivativeMoment(q: number): Closed | null {
      if (slope === 0) return term((-2 * p * c) ** q * gaussianBump(q * p, b, q));
      if (q > 2) return null;
      const mean = term(-2 * p * c * gaussianBump(p, b, 1));
      if (q === 1)
        return combined([
          [1, term(slope)],
          [1, mean],
        ]);
      return combined([
        [slope * slope, term(1)],
        [2 * slope, mean],
        [1, term(4 * p * p * c * c * gaussianBump(2 * p, b, 2))],
      ]);
    },
    supremum: Math.abs(c),
    // 2s·e^(−s²) is largest at s = 1/√2.
    lipschitz: Math.abs(c) * a * Math.sqrt(2 / Math.E) + Math.abs(slope),
  };
}

/** Nodes and weights of Gauss and Legendre's rule on [0, 1]: 24 points, by Newton's method. */
const RULE = (() => {
  const n = 24;
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 20; step++) {
      let [before, current] = [1, x];
      for (let k = 2; k <= n; k++) [before, current] = [current, ((2 * k - 1) * x * current - (k - 1) * before) / k];
      slope = (n * (x * current - before)) / (x * x - 1);
      x -= current / slope;
    }
    return { x: (1 + x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
})();

/** Owen's T(h, a) = ∫₀^a exp(−h²(1 + x²)/2)/(1 + x²) dx/2π, for 0 ≤ a ≤ 1: the integrand is entire within a strip. */
function owenT(h: number, a: number): number {
  return RULE.reduce((sum, { x, weight }) => {
    const y = 1 + (a * x) ** 2;
    return sum + (weight * a * Math.exp(-0.5 * h * h * y)) / (y * 2 * Math.PI);
  }, 0);
}

/**
 * ψ = slope·t + c·erf(a(t − b)): E erf(a(X − b)) = −erf(ab/√(1 + 2a²)), and erf(u) = 2Φ(√2u) − 1 with
 * E Φ(α + βX)² = Φ(h) − 2T(h, 1/√(1 + 2β²)), h = α/√(1 + β²) (Owen 1980), so E erf² = 1 − 8T.
 */
function step(a: number, b: number, c: number, slope: number) {
  const spread = Math.sqrt(1 + 2 * a * a);
  const p = a * a;
  const peak = (2 * a * c) / Math.sqrt(Math.PI);
  const square = combined([
    [1, term(1)],
    [-8, term(owenT((Math.SQRT2 * a * b) / spread, 1 / Math.sqrt(1 + 4 * a * a)))],
  ]);
  return {
    moment(q: number): Closed | null {
      if (q === 1) return term(-c * erf((a * b) / spread));
      if (q > 2) return null;
      return combined([
        [slope * slope, term(1)],
        [2 * slope, term(peak * gaussianBump(p, b, 0))],
        [c * c, square],
      ]);
    },
    derivativeMoment(q: number): Closed | null {
      if (slope === 0) return term(peak ** q * gaussianBump(q * p, b, 0));
      if (q > 2) return null;
      const mean = term(peak * gaussianBump(p, b, 0));
      if (q === 1)
        return combined([
          [1, term(slope)],
          [1, mean],
        ]);
      return combined([
        [slope * slope, term(1)],
        [2 * slope, mean],
        [1, term(peak ** 2 * gaussianBump(2 * p, b, 0))],
      ]);
    },
    supremum: Math.abs(c),
    lipschitz: Math.abs(peak) + Math.abs(slope),
  };
}

/** Coefficients of 1, s, s², … */
type Polynomial = readonly number[];

interface Piece {
  readonly low: number;
  readonly high: number;
  readonly p: Polynomial;
}

interface Polynomials {
  readonly text: (s: string) => string;
  /** Left of the first piece, on the pieces one after the other, right of the last. */
  readonly left: number;
  readonly pieces: readonly Piece[];
  readonly right: number;
  readonly supremum: number;
  readonly lipschitz: number;
}

const times = (p: Polynomial, q: Polynomial): Polynomial => {
  const product = filled(p.length + q.length - 1);
  for (const [i, x] of p.entries()) for (const [j, y] of q.entries()) product[i + j] += x * y;
  return product;
};
const toPower = (p: Polynomial, q: number): Polynomial => (q === 0 ? [1] : times(p, toPower(p, q - 1)));

/** p(middle + half·v) in powers of v. */
function shifted(p: Polynomial, middle: number, half: number): Polynomial {
  return p.reduceRight<Polynomial>(
    (sum, c) => {
      const next = times(sum, [middle, half]).slice();
      next[0] += c;
      return next;
    },
    [0],
  );
}

/** Pieces at most this long in t, so that the density's Taylor series about their middle converges at once. */
const LONGEST = 0.25;

/**
 * ∫ p(a(t − b))^q·φ(t) dt over low ≤ a(t − b) ≤ high, term by term: φ(m + u) = φ(m)·Σ e_n u^n with
 * (n + 1)e_(n+1) = −(m·e_n + e_(n−1)).
 */
function overPiece({ low, high, p }: Piece, a: number, b: number, q: number): Closed {
  const parts = Math.ceil((high - low) / a / LONGEST);
  let [value, size] = [0, 0];
  for (let i = 0; i < parts; i++) {
    const half = (high - low) / parts / 2;
    const middle = low + (2 * i + 1) * half;
    const [m, w] = [b + middle / a, half / a];
    // About the middle first: powers of what is large at s = 0 would cancel.
    const c = toPower(shifted(p, middle, half), q);
    let [before, e] = [0, 1];
    let [inner, scale] = [0, 0];
    for (let n = 0, power = 1; n < 60; n++, power *= w) {
      for (let j = 0; j < c.length; j++) if ((n + j) % 2 === 0) inner += (c[j] * e * power * 2) / (n + j + 1);
      [before, e] = [e, -(m * e + before) / (n + 1)];
    }
    for (let v = -1; v <= 1; v += 0.25) scale = Math.max(scale, Math.abs(c.reduceRight((sum, x) => sum * v + x, 0)));
    value += w * phi(m) * inner;
    size += 2 * w * phi(m) * Math.exp(Math.abs(m) * w) * scale;
  }
  return { value, size };
}

/** ∫ (c + slope·t)^q·φ(t) dt over t > x, q ≤ 2 or slope = 0. */
function beyond(x: number, c: number, slope: number, q: number): Closed {
  if (slope === 0 || q === 0) return term(c ** q * above(x));
  const first = combined([
    [c, term(above(x))],
    [slope, term(phi(x))],
  ]);
  if (q === 1) return first;
  return combined([
    [c * c, term(above(x))],
    [2 * c * slope, term(phi(x))],
    [slope * slope, term(x * phi(x))],
    [slope * slope, term(above(x))],
  ]);
}

/** ψ = slope·t + c·S(a(t − b)), S of polynomials between a constant on either side. */
function polynomials(
  { left, pieces, right, supremum, lipschitz }: Polynomials,
  a: number,
  b: number,
  c: number,
  slope: number,
) {
  const [first, last] = [b + pieces[0].low / a, b + pieces[pieces.length - 1].high / a];
  const inside = (q: number, f: (p: Polynomial) => Polynomial) =>
    pieces.map((piece) => [1, overPiece({ ...piece, p: f(piece.p) }, a, b, q)] as const);
  return {
    moment: (q: number): Closed | null =>
      slope !== 0 && q > 2
        ? null
        : combined([
            ...inside(q, (p) => {
              const [constant, linear = 0, ...more] = p;
              return [c * constant + slope * b, c * linear + slope / a, ...more.map((x) => c * x)];
            }),
            // t < first is −t > −first.
            [1, beyond(-first, c * left, -slope, q)],
            [1, beyond(last, c * right, slope, q)],
          ]),
    derivativeMoment: (q: number): Closed | null =>
      combined([
        ...inside(q, (p) => {
          const derived = p.slice(1).map((x, j) => c * a * (j + 1) * x);
          return [slope + (derived[0] ?? 0), ...derived.slice(1)];
        }),
        [slope ** q, term(above(-first))],
        [slope ** q, term(above(last))],
      ]),
    supremum: Math.abs(c) * supremum,
    lipschitz: Math.abs(c) * a * lipschitz + Math.abs(slope),
  };
}

const SMOOTH_STEP = [0, 1.5, 0, -0.5];

/** Ramps, hats, wells, gaps, bumps, smooth steps, windows with jumps, and plateaus `w` wide between edges of width 1. */
const SHAPES: readonly ((w: number) => Polynomials)[] = [
  () => ({
    text: (s) => `max(-1,min(1,${s}))`,
    left: -1,
    pieces: [{ low: -1, high: 1, p: [0, 1] }],
    right: 1,
    supremum: 1,
    lipschitz: 1,
  }),
  () => ({
    text: (s) => `max(0,1-abs(${s}))`,
    left: 0,
    pieces: [
      { low: -1, high: 0, p: [1, 1] },
      { low: 0, high: 1, p: [1, -1] },
    ],
    right: 0,
    supremum: 1,
    lipschitz: 1,
  }),
  () => ({
    text: (s) => `min(1,max(0,abs(${s})-1))`,
    left: 1,
    pieces: [
      { low: -2, high: -1, p: [-1, -1] },
      { low: -1, high: 1, p: [0] },
      { low: 1, high: 2, p: [-1, 1] },
    ],
    right: 1,
    supremum: 1,
    lipschitz: 1,
  }),
  () => ({
    text: (s) => `abs(${s})<1?(1-(${s})^2)^2:0`,
    left: 0,
    pieces: [{ low: -1, high: 1, p: [1, 0, -2, 0, 1] }],
    right: 0,
    supremum: 1,
    // 4s(1 − s²) at s = 1/√3.
    lipschitz: 8 / Math.sqrt(27),
  }),
  () => ({
    text: (s) => `${s}<-1?-1:${s}>1?1:(3*(${s})-(${s})^3)/2`,
    left: -1,
    pieces: [{ low: -1, high: 1, p: SMOOTH_STEP }],
    right: 1,
    supremum: 1,
    lipschitz: 1.5,
  }),
  () => ({
    text: (s) => `abs(${s})<1?1:0`,
    left: 0,
    pieces: [{ low: -1, high: 1, p: [1] }],
    right: 0,
    supremum: 1,
    lipschitz: Infinity,
  }),
  () => ({
    text: (s) => `abs(${s})<=1?0:1`,
    left: 1,
    pieces: [{ low: -1, high: 1, p: [0] }],
    right: 1,
    supremum: 1,
    lipschitz: Infinity,
  }),
  (w) => ({
    text: (s) => `max(0,min(1,${w + 1}-abs(${s})))`,
    left: 0,
    pieces: [
      { low: -w - 1, high: -w, p: [w + 1, 1] },
      { low: -w, high: w, p: [1] },
      { low: w, high: w + 1, p: [w + 1, -1] },
    ],
    right: 0,
    supremum: 1,
    lipschitz: 1,
  }),
  () => ({
    text: (s) => `max(0,min(${s},2-(${s})))^2-max(0,min(${s}+2,-(${s})))^2`,
    left: 0,
    pieces: [
      { low: -2, high: -1, p: [-4, -4, -1] },
      { low: -1, high: 0, p: [0, 0, -1] },
      { low: 0, high: 1, p: [0, 0, 1] },
      { low: 1, high: 2, p: [4, -4, 1] },
    ],
    right: 0,
    supremum: 1,
    lipschitz: 2,
  }),
];

/**
 * The case of a number: a spike, an erf step or polynomials, of width 1 … 1e-12 anywhere in [−12, 12], half of them in
 * [−3, 3], of height ±1 or some other, a third of them on a line.
 */
export function closedFormCase(index: number): ClosedFormCase {
  const random = randomOf(index * 7919 + 29);
  const a = Number((10 ** (12 * random())).toPrecision(6));
  const b = Number(((2 * random() - 1) * (random() < 0.5 ? 3 : 12)).toPrecision(8));
  const slope = random() < 1 / 3 ? Number((10 ** (2 * random() - 1)).toPrecision(3)) : 0;
  const c = random() < 0.5 ? 1 : Number(((random() < 0.5 ? -1 : 1) * 10 ** (4 * random() - 2)).toPrecision(4));
  // A plateau as long as edges 1/a allow, from their own width to 4.
  const w = Number(Math.exp(random() * Math.log(4 * a)).toPrecision(4));
  const which = random();
  const s = `${a}*(${b < 0 ? `t+${-b}` : `t-${b}`})`;
  const line = slope === 0 ? "" : `${slope}*t+`;
  const scaled = (text: string) => `${line}${c === 1 ? "" : `${c}*`}(${text})`;
  const ground = slope !== 0;
  if (which < 0.25) return { ...spike(a, b, c, slope), expression: scaled(`exp(-(${s})^2)`), kind: "spike", ground };
  if (which < 0.5) return { ...step(a, b, c, slope), expression: scaled(`erf(${s})`), kind: "step", ground };
  const shape = SHAPES[Math.floor(random() * SHAPES.length)](w);
  return { ...polynomials(shape, a, b, c, slope), expression: scaled(shape.text(s)), kind: "polynomials", ground };
}
