import { all, create } from "mathjs";
import { describe, expect, it, test } from "vitest";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { scaledTanh } from "./scaled-tanh.js";
import { referenceFor } from "./testing/reference-for.js";

const math = create(all, { number: "BigNumber", precision: 64 });

/** erf(1), and the zero of 1 − x·tanh x: mpmath 1.2.1, 50 digits. */
const ERF_ONE = "0.84270079294971486934122063508260925929606699796630";
const X0 = "1.199678640257733833916369848641141944261";

/** sup|ψ|, sup|ψ'|, sup|ψ''| to 38 digits or more, null for Infinity; b is the parameter. */
const TRUTH: Readonly<Record<string, readonly (string | null)[]>> = {
  identity: [null, "1", "0"],
  tanh: ["1", "1", "4/(3*sqrt(3))"],
  erf: ["1", "2/sqrt(pi)", "2/sqrt(pi)*sqrt(2)*exp(-1/2)"],
  atan: ["pi/2", "1", "3*sqrt(3)/8"],
  isru: ["1", "1", "48/(25*sqrt(5))"],
  logistic: ["1/2", "1/4", "1/(6*sqrt(3))"],
  sin: ["1", "1", "1"],
  softplus: [null, "1", "1/4"],
  gelu: [null, `(1+${ERF_ONE})/2 + exp(-1)/sqrt(pi)`, "sqrt(2/pi)"],
  silu: [null, `(1+${X0})/2`, "1/2"],
  "pseudo-huber": [null, "1", "1"],
  relu: [null, "1", null],
  "leaky-relu": [null, "1", null],
  abs: [null, "1", null],
  sign: ["1", null, null],
};

/** The double x, exactly: math.bignumber(x) would take its shortest decimal. */
function exactly(x: number) {
  let [integer, doublings] = [x, 0];
  for (; !Number.isInteger(integer); doublings++) integer *= 2;
  return math.bignumber(integer).div(math.bignumber(2).pow(doublings));
}

/** How many ulp `constant` is above the truth. */
function ulpAbove(constant: number, formula: string): number {
  const truth = math.bignumber(String(math.evaluate(formula)));
  return exactly(constant)
    .minus(truth)
    .div(2 ** (Math.floor(Math.log2(constant)) - 52))
    .toNumber();
}

describe.each(catalogue.map((a) => [a.id, a] as const))("the constants of %s", (id, a) => {
  it("are the least doubles that are not below the truth", () => {
    const constants = [a.supremum, a.lipschitz, a.smoothness];
    referenceFor(TRUTH, id).forEach((formula, order) => {
      if (formula === null || formula === "0") expect(constants[order]).toBe(formula === null ? Infinity : 0);
      else {
        expect(ulpAbove(constants[order], formula), `${order}`).toBeGreaterThanOrEqual(0);
        expect(ulpAbove(constants[order], formula), `${order}`).toBeLessThan(1);
      }
    });
  });
});

test.each([100, 0.1, 3, 7, 1 / 3, 1e-5, 12345.678])(
  "those of %s·tanh(t/…) are at most 3 ulp above the truth",
  (beta) => {
    const a: Activation = scaledTanh(beta);
    expect([a.supremum, a.lipschitz]).toEqual([beta, 1]);
    // smoothness·beta against 4/(3√3), in exact arithmetic.
    const product = math.bignumber(String(math.evaluate("4/(3*sqrt(3))")));
    const ratio = exactly(a.smoothness).times(exactly(beta)).div(product).minus(1).toNumber();
    expect(ratio).toBeGreaterThanOrEqual(0);
    expect(ratio).toBeLessThanOrEqual(3 * 2 ** -52);
  },
);

test("the comparison tells an ulp", () => {
  expect(ulpAbove(1.5707963267948966, "pi/2")).toBeLessThan(0);
  expect(ulpAbove(1.5707963267948968, "pi/2")).toBeGreaterThan(0);
  expect(ulpAbove(1.570796326794897, "pi/2")).toBeGreaterThan(1);
});
