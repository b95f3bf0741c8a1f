import { describe, expect, it, test } from "vitest";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { scaledTanh } from "./scaled-tanh.js";
import { tanh } from "./tanh.js";

/** Each check returns what it has to complain of, so that the wrong versions at the end show that it can complain. */
type Complaints = readonly string[];

const members: readonly Activation[] = [...catalogue, scaledTanh(100), scaledTanh(0.1)];
const ODD = [
  "identity",
  "tanh",
  "erf",
  "atan",
  "isru",
  "logistic",
  "sin",
  "sign",
  "100*tanh(t/100)",
  "0.1*tanh(t/0.1)",
];
const EVEN = ["pseudo-huber", "abs"];

/** The length over which an activation changes. */
const lengthOf = ({ id }: Activation) => (id === "0.1*tanh(t/0.1)" ? 0.1 : 1);

/** 8th-order central difference: error h⁸·g⁽⁹⁾/630 and rounding. */
function difference(g: (t: number) => number, t: number, h: number): number {
  const pair = (i: number) => g(t + i * h) - g(t - i * h);
  return ((4 / 5) * pair(1) - (1 / 5) * pair(2) + (4 / 105) * pair(3) - (1 / 280) * pair(4)) / h;
}

/**
 * Compares `slope` with differences of `g` at steps h and h/2. The finer one should be off by 1/256 of the coarser, so
 * by less than 1/16 of what they differ by, beside rounding: 4 ulp of 8 values over h/2. That bound must itself be
 * below 1e-9 in units of the slope's natural size.
 */
function slopeComplaints(
  { id, kinks }: Activation,
  g: (t: number) => number,
  slope: (t: number) => number,
  length: number,
  size: number,
): Complaints {
  const h = length / 64;
  const complaints: string[] = [];
  for (let k = -300; k <= 300; k++) {
    const t = length * (k / 10 + 0.0123 * Math.sin(k));
    if (kinks.some((kink) => Math.abs(t - kink) < 5 * h)) continue;
    const fine = difference(g, t, h / 2);
    const largest = Math.max(Math.abs(g(t + 2 * h)), Math.abs(g(t - 2 * h)));
    const bound = Math.abs(difference(g, t, h) - fine) / 16 + (2 ** -49 * 8 * (largest + size * h)) / h;
    if (!(bound < 1e-9 * size)) complaints.push(`${id}: the difference at ${t} is only right to ${bound}`);
    if (!(Math.abs(slope(t) - fine) <= bound)) complaints.push(`${id}: slope ${slope(t)} at ${t}, difference ${fine}`);
  }
  return complaints;
}

function derivativeComplaints(a: Activation): Complaints {
  return slopeComplaints(a, a.value, a.derivative, lengthOf(a), 1);
}

function secondDerivativeComplaints(a: Activation): Complaints {
  if (!a.secondDerivative) return a.kinks.length > 0 ? [] : [`${a.id}: no second derivative, and no kinks either`];
  return slopeComplaints(a, a.derivative, a.secondDerivative, lengthOf(a), 1 / lengthOf(a));
}

/** sup|g| over a grid that is fine near 0 and reaches 1e308, with a golden-section search around its best point. */
function supremumOf(g: (t: number) => number, length: number): number {
  const size = (t: number) => Math.abs(g(t));
  const grid = Array.from({ length: 2001 }, (_, k) => length * Math.sinh((k - 1000) / 80));
  const far = Array.from({ length: 300 }, (_, k) => 10 ** (k + 6) * 1.0001);
  const [best, at] = [...grid, ...far, ...far.map((t) => -t)].reduce(
    ([most, where], t) => (size(t) > most ? [size(t), t] : [most, where]),
    [0, 0],
  );
  let [low, high] = [at - length / 8 - Math.abs(at) / 8, at + length / 8 + Math.abs(at) / 8];
  let most = best;
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let step = 0; step < 80; step++) {
    const [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
    most = Math.max(most, size(left), size(right));
    if (size(left) < size(right)) low = left;
    else high = right;
  }
  return most;
}

/** A finite constant must be reached to 1e-12 and not exceeded by more than the rounding of values, 8 ulp; Infinity must be true. */
function constantComplaints(a: Activation): Complaints {
  const complaints: string[] = [];
  const checkConstant = (name: string, constant: number, g: (t: number) => number) => {
    const found = supremumOf(g, lengthOf(a));
    if (constant === Infinity && found < 1e300) complaints.push(`${a.id}: ${name} is Infinity, found ${found}`);
    if (found > constant * (1 + 2 ** -49)) complaints.push(`${a.id}: ${name} is ${constant}, exceeded by ${found}`);
    if (constant < Infinity && found < constant * (1 - 1e-12))
      complaints.push(`${a.id}: ${name} is ${constant}, not reached: ${found}`);
  };
  checkConstant("supremum", a.supremum, a.value);
  // ψ' is bounded although ψ jumps, for the sign; ψ'' does not exist at a kink.
  if (a.id !== "sign") checkConstant("lipschitz", a.lipschitz, a.derivative);
  if (a.secondDerivative) checkConstant("smoothness", a.smoothness, a.secondDerivative);
  return complaints;
}

const EXTREMES = [
  0, 5e-324, 2.2250738585072014e-308, 1e-200, 1e-160, 1e-20, 0.5, 1, 19, 27, 38.5, 40, 354, 373, 709, 710, 745, 746,
  800, 1e8, 1e9, 1e77, 1e154, 1.4e154, 1e160, 1e300, 9e307, 1.7976931348623157e308,
].flatMap((t) => [t, -t]);

function functionsOf(a: Activation): readonly ((t: number) => number)[] {
  return [a.value, a.derivative, ...(a.secondDerivative ? [a.secondDerivative] : [])];
}

function extremeComplaints(a: Activation): Complaints {
  return functionsOf(a).flatMap((g, order) =>
    EXTREMES.filter((t) => !Number.isFinite(g(t))).map((t) => `${a.id}: derivative ${order} at ${t} is ${g(t)}`),
  );
}

/** `sign` is −1 for odd ψ, 1 for even; each derivative flips it. Zeros of either sign are equal. */
function parityComplaints(a: Activation, sign: 1 | -1): Complaints {
  const points = [...EXTREMES, ...Array.from({ length: 200 }, (_, k) => lengthOf(a) * 1.07 ** (k - 100))];
  return functionsOf(a).flatMap((g, order) =>
    points
      .filter((t) => g(-t) !== sign * (-1) ** order * g(t))
      .map((t) => `${a.id}: derivative ${order} at ±${t} is ${g(t)}, ${g(-t)}`),
  );
}

function purityComplaints(a: Activation): Complaints {
  return functionsOf(a).flatMap((g, order) => {
    const forward = EXTREMES.map((t) => g(t));
    const backward = EXTREMES.toReversed().map((t) => g(t));
    return backward.toReversed().every((y, i) => Object.is(y, forward[i])) ? [] : [`${a.id}: derivative ${order}`];
  });
}

describe.each(members.map((a) => [a.id, a] as const))("%s", (id, a) => {
  it("has the derivative that differences give", () => {
    expect(derivativeComplaints(a)).toEqual([]);
  });
  it("has the second derivative that differences give, unless it has kinks", () => {
    expect(secondDerivativeComplaints(a)).toEqual([]);
  });
  it("has constants that are reached and not exceeded", () => {
    expect(constantComplaints(a)).toEqual([]);
  });
  it("is finite wherever t is", () => {
    expect(extremeComplaints(a)).toEqual([]);
  });
  it("is odd or even as stated, or neither", () => {
    if (ODD.includes(id)) expect(parityComplaints(a, -1)).toEqual([]);
    else if (EVEN.includes(id)) expect(parityComplaints(a, 1)).toEqual([]);
    else expect([parityComplaints(a, -1).length > 0, parityComplaints(a, 1).length > 0]).toEqual([true, true]);
  });
  it("gives equal results for equal arguments, and keeps what it computes", () => {
    expect(purityComplaints(a)).toEqual([]);
    expect(a.gaussian).toBe(a.gaussian);
    expect(a.valueMoments).toBe(a.valueMoments);
    expect(a.derivativeMoments).toBe(a.derivativeMoments);
  });
  it("vanishes at 0 and is certified", () => {
    expect(a.value(0)).toBe(0);
    expect(a.provenance).toBe("certified");
    expect(a.latex).not.toBe("");
  });
  it("has smoothness Infinity and no second derivative exactly where it has kinks", () => {
    expect(a.smoothness === Infinity).toBe(a.kinks.length > 0);
    expect(a.secondDerivative === null).toBe(a.kinks.length > 0);
  });
});

test("ids are unique", () => {
  expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
});

test("slopes at the kinks are those stated", () => {
  const atZero = Object.fromEntries(catalogue.filter((a) => a.kinks.length > 0).map((a) => [a.id, a.derivative(0)]));
  expect(atZero).toEqual({ relu: 0, "leaky-relu": 0.01, abs: 0, sign: 0 });
});

test("each check finds the wrong version made for it", () => {
  const wrong = (changes: Partial<Activation>): Activation => ({ ...tanh, gaussian: tanh.gaussian, ...changes });
  let calls = 0;
  expect(derivativeComplaints(wrong({ derivative: (t) => tanh.derivative(t) * (1 + 1e-8) }))).not.toEqual([]);
  expect(derivativeComplaints(wrong({ derivative: (t) => tanh.derivative(t) + (t === 0 ? 0 : 1e-9) }))).not.toEqual([]);
  const second = (t: number) => tanh.secondDerivative?.(t) ?? 0;
  expect(secondDerivativeComplaints(wrong({ secondDerivative: (t) => -second(t) }))).not.toEqual([]);
  expect(secondDerivativeComplaints(wrong({ secondDerivative: (t) => second(t) * (1 + 1e-8) }))).not.toEqual([]);
  expect(secondDerivativeComplaints(wrong({ secondDerivative: null }))).not.toEqual([]);
  expect(constantComplaints(wrong({ smoothness: tanh.smoothness * (1 - 1e-11) }))).not.toEqual([]);
  expect(constantComplaints(wrong({ smoothness: tanh.smoothness * (1 + 1e-11) }))).not.toEqual([]);
  expect(constantComplaints(wrong({ lipschitz: 1 - 1e-14 }))).not.toEqual([]);
  expect(constantComplaints(wrong({ supremum: 2 }))).not.toEqual([]);
  expect(constantComplaints(wrong({ supremum: Infinity }))).not.toEqual([]);
  expect(extremeComplaints(wrong({ value: (t) => Math.sinh(t) / Math.cosh(t) }))).not.toEqual([]);
  expect(extremeComplaints(wrong({ derivative: (t) => (t * t) / (t * t) }))).not.toEqual([]);
  expect(parityComplaints(wrong({ value: (t) => tanh.value(t) + 1e-15 }), -1)).not.toEqual([]);
  expect(parityComplaints(tanh, 1)).not.toEqual([]);
  expect(purityComplaints(wrong({ value: (t) => tanh.value(t) + calls++ * 1e-12 }))).not.toEqual([]);
});
