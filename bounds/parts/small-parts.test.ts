import { expect, test } from "vitest";
import { exactly } from "../../src/numbers/testing/exactly.js";
import { scaled } from "./scaled.js";
import { squareRoot } from "./square-root.js";
import { twoEvents } from "./two-events.js";

test("a root is of what is not negative", () => {
  expect([4, 0, -0, -1e-300, Number.NaN].map(squareRoot)).toEqual([2, 0, -0, null, null]);
});

test("a scaled right side is a multiple, and stays undefined", () => {
  expect([scaled(3)(null, () => 2), scaled(3)(null, () => null), scaled(0)(null, () => 2)]).toEqual([6, null, 0]);
});

test("two events of probability γ come to 2γ, and to no more than 1", () => {
  const gammas = [1e-300, 0.05, 0.3, 0.5, 0.9];
  const { observed, mutants } = twoEvents;
  const three = mutants["three events"].observed;
  expect(gammas.map((gamma) => observed(null, { gamma }))).toEqual([2e-300, 0.1, 0.6, 1, 1]);
  expect(gammas.map((gamma) => three(null, { gamma }))).toEqual([3 * 1e-300, 3 * 0.05, 3 * 0.3, 1, 1]);
  expect(gammas.map((gamma) => mutants["1.9γ"].bound({ gamma }))).toEqual(gammas.map((gamma) => 1.9 * gamma));
  expect(gammas.map((gamma) => mutants["γ² for independent events"].bound({ gamma }))).toEqual(
    gammas.map((gamma) => gamma ** 2),
  );
  const { draw: _, parameters: __, ...rest } = twoEvents;
  expect(exactly(JSON.parse(JSON.stringify(rest)))).toMatchInlineSnapshot(
    `"{kind "step", hypotheses [], relation "<=", region {method "monotonicity", note "min(1, 2γ) ≤ 2γ for every γ; and 2γ > γ, 1 > γ: the printed form holds nowhere"}, cells [{gamma [0.9, 0.5, 0.05, 1e-300]}], witness {gamma 0.05}, mutants {three events {of "repaired", at {gamma 0.05}}, 1.9γ {of "repaired", at {gamma 0.05}}, γ² for independent events {of "repaired", at {gamma 0.05}}}}"`,
  );
});
