import { describe, expect, it } from "vitest";
import { abs } from "./abs.js";
import { catalogue } from "./catalogue.js";
import { erf } from "./erf.js";
import { expressionActivation } from "./expression-activation.js";
import { hermiteCoefficients } from "./hermite-coefficients.js";
import { identity } from "./identity.js";
import { radialSecondMoment } from "./radial-second-moment.js";
import { relu } from "./relu.js";
import { sign } from "./sign.js";
import { silu } from "./silu.js";
import { sin } from "./sin.js";
import { tanh } from "./tanh.js";

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const doubleFactorial = (n: number): number => (n <= 1 ? 1 : n * doubleFactorial(n - 2));
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** He_n(0) */
const atZero = (n: number) => (n % 2 === 1 ? 0 : (-1) ** (n / 2) * doubleFactorial(n - 1));

/** By Stein's lemma E ψ(X)He_n(X) = E ψ^(n)(X): the n-th derivative of sin, of the step, of the normal density. */
const CLOSED = [
  [identity, (n: number) => (n === 1 ? 1 : 0)],
  [sin, (n: number) => (n % 2 === 0 ? 0 : ((-1) ** ((n - 1) / 2) * Math.exp(-0.5)) / Math.sqrt(factorial(n)))],
  [sign, (n: number) => (n % 2 === 0 ? 0 : (2 * INVERSE_SQRT_TWO_PI * atZero(n - 1)) / Math.sqrt(factorial(n)))],
  [
    relu,
    (n: number) =>
      n === 0 ? INVERSE_SQRT_TWO_PI : n === 1 ? 0.5 : (INVERSE_SQRT_TWO_PI * atZero(n - 2)) / Math.sqrt(factorial(n)),
  ],
  [
    abs,
    (n: number) =>
      n === 0
        ? 2 * INVERSE_SQRT_TWO_PI
        : n === 1
          ? 0
          : (2 * INVERSE_SQRT_TWO_PI * atZero(n - 2)) / Math.sqrt(factorial(n)),
  ],
  // erf' = 2·density of N(0, ½); convolved with N(0, 1) it is that of N(0, 3/2), whose even derivatives at 0 are He(0)·(2/3)^(m/2).
  [
    erf,
    (n: number) =>
      n % 2 === 0
        ? 0
        : ((2 / Math.sqrt(3 * Math.PI)) * atZero(n - 1) * (2 / 3) ** ((n - 1) / 2)) / Math.sqrt(factorial(n)),
  ],
] as const;

/** Coefficients 0 to 20 that are not 0, from the first on, every second: mpmath 1.3.0, 30 digits, Gauss–Legendre on panels of ½. */
const REFERENCE = [
  [
    tanh,
    1,
    [
      0.6057055096021589, -0.14843719078727272, 0.0625475237527036, -0.03144541928767861, 0.01741993142243614,
      -0.010291840580021526, 0.006373210098597532, -0.004092849332855783, 0.0027064993767028605, -0.001833630028625767,
    ],
  ],
  [
    silu,
    0,
    [
      0.20662096414190703, 0.24808519283030006, -0.03780500880513109, 0.009827496520856668, -0.003120353975236026,
      0.0011224964739563156, -0.0004419618318932193, 0.00018660574348398603, -8.33490458612206e-5, 3.900452753920796e-5,
      -1.8986763654043952e-5,
    ],
  ],
  [
    expressionActivation("t*exp(-t^2)"),
    1,
    [
      0.19245008972987526, -0.15713484026367722, 0.11712139482105109, -0.08433704334123127, 0.05963529525180839,
      -0.04169735021555738, 0.02893331873718587, -0.019965886778006786, 0.013720243349140841, -0.009397473358398419,
    ],
  ],
] as const;

describe("hermiteCoefficients", () => {
  it.each(CLOSED.map(([psi, truth]) => ({ id: psi.id, psi, truth })))(
    "of $id are the closed forms",
    ({ psi, truth }) => {
      hermiteCoefficients(psi, 20).forEach(({ value, error }, n) => {
        expect(Math.abs(value - truth(n)), `${n}`).toBeLessThanOrEqual(error + 2e-15 * Math.abs(truth(n)));
        expect(error, `${n}`).toBeLessThan(3e-14);
      });
    },
  );

  it.each(REFERENCE.map(([psi, first, truth]) => ({ id: psi.id, psi, first, truth })))(
    "of $id are mpmath's",
    ({ psi, first, truth }) => {
      hermiteCoefficients(psi, 20).forEach(({ value, error }, n) => {
        if (psi === silu && n === 1) return;
        const expected = n % 2 === first ? truth[(n - first) / 2] : 0;
        expect(Math.abs(value - expected), `${n}`).toBeLessThanOrEqual(error + 1e-16 * Math.abs(expected));
        expect(error, `${n}`).toBeLessThan(3e-14);
      });
    },
  );

  it.each(catalogue.map((psi) => ({ id: psi.id, psi })))("of $id have squares that sum to at most E ψ²", ({ psi }) => {
    const { value, error } = psi.gaussian.secondMoment;
    const sum = hermiteCoefficients(psi, 20).reduce((total, c) => total + c.value ** 2, 0);
    expect(sum).toBeLessThanOrEqual(value + error + 1e-13);
    expect(sum).toBeGreaterThan(0.85 * value);
  });

  it.each([-1, 21, 1.5, NaN])("rejects n = %d", (n) => {
    expect(() => hermiteCoefficients(tanh, n)).toThrow(new RangeError(`n is ${n}; it must be an integer from 0 to 20`));
  });
});

describe("radialSecondMoment", () => {
  it.each([
    ["identity", 1],
    ["relu", 0.5],
    ["abs", 1],
    ["sign", 0],
    ["erf", 4 / Math.PI / 5 ** 1.5],
    ["sin", (1 - 3 * Math.exp(-2)) / 2],
    ["tanh", 0.10781035267613233],
    ["silu", 0.5174773335403605],
  ])("of %s", (id, truth) => {
    const { value, error } = radialSecondMoment(catalogue.find((psi) => psi.id === id)!);
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + 2e-16 * truth);
    expect(error).toBeLessThan(1.5e-14);
  });

  it("of an expression with kinks: E t²·1{|t| < 1}", () => {
    const { value, error } = radialSecondMoment(expressionActivation("max(-1, min(1, t))"));
    expect(Math.abs(value - 0.198748043098799)).toBeLessThanOrEqual(error + 1e-15);
    expect(error).toBeLessThan(1.5e-14);
  });
});
