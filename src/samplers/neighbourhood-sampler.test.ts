import { expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { valuesOf } from "../networks/line.js";
import { DEFERRED_DOUBT } from "../networks/suprema/deferred-neighbourhood.js";
import { exactly } from "../numbers/testing/exactly.js";
import { deepStep } from "./deep-step.js";
import { fixedDirections } from "./fixed-directions.js";
import { drawHessianNorm, HESSIAN_DOUBT, hessianAtInput } from "./hessian-at-input.js";
import { drawHessianForm, hessianForm } from "./hessian-form.js";
import { drawHessianSupremum, hessianOverBall } from "./hessian-over-ball.js";
import { neighbourhood, neighbourhoodDoubt } from "./neighbourhood-sampler.js";
import { oneStep } from "./one-step.js";

const streams = keyedStreams({ seed: "samplers", sampler: "pinned", parameters: {} });
const SIZES = [
  { d: 1, k: 1 },
  { d: 3, k: 2 ** 20 },
  { d: 3, k: 349_526 },
  { d: 4, k: 2 ** 14 },
  { d: 4, k: 2 ** 14 + 1 },
  { d: 50, k: 9 },
  { d: 2 ** 53, k: 2 ** 31 },
  { d: 2 ** 53, k: 2 ** 31 + 1 },
];

// Pinned to the last bit: a draw, or a doubt, that changes must be seen.
test("samplers by name, with what they read and what draws cost at all sizes", () => {
  const given = { psi: tanh, depth: 3, initialisation: "he", directions: "radial", correlation: 0 } as const;
  const sizes = [...SIZES, { d: 128, k: 64 }, { d: 129, k: 5 }, { d: 128, k: 65 }, { d: 64, k: 1025 }];
  const shown = [neighbourhood, deepStep, oneStep, fixedDirections, hessianAtInput, hessianForm, hessianOverBall].map(
    ({ id, parameters, cost }) =>
      `${id}, ${parameters.map(({ name }) => name).join(" ")}: ${sizes.map((size) => cost({ ...given, ...size })).join(" ")}`,
  );
  expect(shown).toMatchSnapshot();
});

test("neighbourhoods are in memory where they fit, and then nothing is in doubt", () => {
  const doubts = SIZES.map((size) => neighbourhoodDoubt(size));
  expect(doubts).toEqual([0, DEFERRED_DOUBT, DEFERRED_DOUBT, 0, DEFERRED_DOUBT, 0, DEFERRED_DOUBT, DEFERRED_DOUBT]);
  expect(neighbourhoodDoubt({ d: 3, k: 349_525 })).toBe(0);
  const shown = [
    { d: 3, k: 9 },
    { d: 2 ** 16, k: 2 },
  ].map(({ d, k }) => {
    const { around, random } = neighbourhood.draw({ psi: tanh, d, k }, streams(k));
    expect(around.weights === null).toBe(d > 100);
    expect(random).toBeTypeOf("function");
    return exactly([around.x, around.preActivations, around.operatorNorm.upper]);
  });
  expect(shown).toMatchSnapshot();
});

test("lines of one layer and of more, to the last bit", () => {
  const rows: string[] = [];
  const told: [number, number][] = [];
  for (const psi of [tanh, relu]) {
    const one = oneStep.draw({ psi, d: 5, k: 300 }, streams(1), (done, all) => told.push([done, all]));
    rows.push(exactly([one.value, one.gradientNorm, ...valuesOf(one, [1, -2])]));
    const quiet = oneStep.draw({ psi, d: 5, k: 300 }, streams(1));
    expect(valuesOf(quiet, [1, -2])).toEqual(valuesOf(one, [1, -2]));
    for (const initialisation of ["he", "fan-in"] as const) {
      const deep = deepStep.draw({ psi, d: 5, k: 30, depth: 3, initialisation }, streams(2));
      rows.push(exactly([deep.value, deep.gradientNorm, ...valuesOf(deep, [1, -2])]));
    }
  }
  expect(rows).toMatchSnapshot();
  expect(told.every(([, all]) => all === 300)).toBe(true);
  expect(told.length).toBeGreaterThan(0);
});

test("fixed directions and quadratic forms, to the last bit", () => {
  const rows = ["radial", "diagonal", "tangent, v across"].map((directions) => {
    const { coefficients, x, delta, v } = fixedDirections.draw({ d: 3, k: 5, directions }, streams(3));
    return exactly({ coefficients, x, delta, v });
  });
  for (const [k, correlation] of [
    [1, 1],
    [40, 0.3],
    [4096, -1],
    [9000, 0],
  ])
    rows.push(exactly({ ...drawHessianForm({ psi: tanh, d: 3, k, correlation }, streams(4)) }));
  expect(rows).toMatchSnapshot();
  expect(() => fixedDirections.draw({ d: 2, k: 5, directions: "tangent, v across" }, streams(3))).toThrow(
    new RangeError('d is 2; it must be at least 3 for directions "tangent, v across"'),
  );
  expect(() => drawHessianForm({ psi: relu, d: 3, k: 1, correlation: 0 }, streams(4))).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
});

test("norms of Hessians, at a point and over a ball, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 1],
    [6, 10],
    [200, 20],
    [2000, 40],
    [2 ** 53, 9],
  ]) {
    const { operatorNorm } = hessianAtInput.draw({ psi: tanh, d, k }, streams(5));
    rows.push(`${d} ${k}: ${exactly({ ...operatorNorm })}`);
    for (const products of [1, 6])
      rows.push(exactly({ ...drawHessianNorm({ psi: tanh, d, k }, streams(6), products) }));
    expect(operatorNorm.lower).toBeLessThanOrEqual(operatorNorm.upper);
    for (const radius of [0.5 * Math.sqrt(d), d]) {
      if (d === 200 && radius === d) continue;
      const supremum = drawHessianSupremum({ psi: tanh, d, k, radius }, streams(7));
      rows.push(`${radius}: ${exactly({ ...supremum })}`);
      expect(supremum.lower).toBeLessThanOrEqual(supremum.upper);
    }
  }
  const wide = hessianOverBall.draw({ psi: tanh, d: 200, k: 2 ** 14 + 1 }, streams(8));
  expect(wide.supremum.lower).toBe(0);
  rows.push(
    exactly({ ...wide.supremum }),
    exactly({ ...hessianOverBall.draw({ psi: tanh, d: 3, k: 4 }, streams(8)).supremum }),
  );
  expect(rows).toMatchSnapshot();
  expect(HESSIAN_DOUBT).toBe(0.04);
  expect(() => drawHessianNorm({ psi: relu, d: 3, k: 1 }, streams(5))).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
});
