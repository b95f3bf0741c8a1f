import { resolveActivation } from "lemmacheck/activations";
import { oneStep } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { expect, test } from "vitest";
import { alongGradient, flipsSign } from "./flips-sign.js";

/** f(x + ηg) = value + η, to a rounding; what is asked for is kept. */
function line(value: number, stepNorm = 1, rounding = 0) {
  const asked: number[] = [];
  const at = (etas: readonly number[]) => {
    asked.push(...etas);
    return etas.map((eta) => ({ value: value + eta, rounding }));
  };
  return { value, stepNorm, at, asked };
}

test.each([
  // f is 1, or −1, and steps by η the other way.
  [1, 1.5, 1],
  [-1, 1.5, 1],
  [1, 0.5, 0],
  [-1, 0.5, 0],
  // A mutant's step leads away from 0.
  [1, -1.5, 0],
  [-1, -3, 0],
])("from %d, a step of %d flips the sign: %d", (value, eta, flips) => {
  const draw = line(value);
  expect(flipsSign(draw, { eta, limit: 10 })).toBe(flips);
  expect(draw.asked).toEqual([-Math.sign(value) * eta]);
});

test("a step may be as long as its limit, and 2^-40 longer", () => {
  const flips = (limit: number, eta = 3) => flipsSign(line(1, 2), { eta, limit });
  expect([flips(6), flips(6 * (1 - 2 ** -41)), flips(6 * (1 - 2 ** -39)), flips(5)]).toEqual([1, 1, 0, 0]);
  // Of a mutant's too.
  expect([flips(6, -3), flips(5, -3)]).toEqual([0, 0]);
  const tooLong = line(1, 2);
  flipsSign(tooLong, { eta: 3, limit: 5 });
  expect(tooLong.asked).toEqual([]);
});

test("a sign that rounding leaves open is either", () => {
  const flips = (value: number, rounding: number) => flipsSign(line(value, 1, rounding), { eta: 2, limit: 9 });
  const either = { lower: 0, upper: 1 };
  expect([flips(1, 1), flips(1, 0.99), flips(-1, 1), flips(3, 1), flips(3, 0.99)]).toEqual([
    either,
    1,
    either,
    either,
    0,
  ]);
  // f = 0 after the step, exactly: no sign to tell.
  expect(flips(2, 0)).toEqual(either);
});

test("a dead network takes no step, and f = 0 has no sign", () => {
  for (const draw of [line(1, 0), line(0), line(0, 0)]) {
    expect(flipsSign(draw, { eta: 2, limit: 9 })).toBe(0);
    expect(draw.asked).toEqual([]);
  }
});

test("along the gradient the step is along ∇f(x)", () => {
  const streams = keyedStreams({ seed: "along", sampler: "t", parameters: {} });
  const draw = oneStep.draw({ psi: resolveActivation("identity"), d: 3, k: 2 }, streams(0));
  expect(alongGradient(draw)).toEqual({ value: draw.value, stepNorm: draw.gradientNorm, at: draw.at });
});
