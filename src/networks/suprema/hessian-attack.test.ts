import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { hessian } from "../dense-hessian.js";
import { drawAround } from "../testing/draw-around.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { plantedAround } from "../testing/planted-around.js";
import { attackHessian } from "./hessian-attack.js";
import { hessianNorm } from "./hessian-norm.js";

const SETTINGS = [
  ["tanh", 1, 1],
  ["tanh", 2, 12],
  ["sin", 3, 4],
  ["softplus", 9, 5],
  ["0.05*tanh(t/0.05)", 4, 6],
  ["identity", 3, 4],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("where an attack on the Hessian leads, to the last bit: inside the ball, and the norm is the one there", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS)
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around, network } = drawAround(psi, d, k, "hessian attack", law);
      for (const radius of [Math.sqrt(d), 2 * d + 1])
        for (const [steps, products] of [
          [0, 16],
          [1, 2],
          [6, 16],
        ]) {
          const { point, norm } = attackHessian(around, radius, steps, products);
          rows.push(`${psi} ${d} ${k} ${law} ${radius} ${steps}: ${exactly({ point, ...norm })}`);
          if (steps > 0) expect(Math.hypot(...point)).toBeLessThanOrEqual(Math.max(radius, Math.hypot(...around.x)));
          const truth = Math.max(...jacobiEigenvalues(hessian(network, point), d).map(Math.abs));
          expect(norm.lower).toBeLessThanOrEqual(truth * (1 + 1e-12) + 1e-300);
          expect(norm.upper).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
        }
    }
  expect(rows).toMatchSnapshot();
});

test("products are 16 unless given", () => {
  const { around } = drawAround("tanh", 40, 60, "sixteen");
  expect(attackHessian(around, 20, 1)).toEqual(attackHessian(around, 20, 1, 16));
  expect(attackHessian(around, 20, 1)).not.toEqual(attackHessian(around, 20, 1, 15));
});

test("a ψ without a second derivative is refused by name", () => {
  expect(() => attackHessian(drawAround("relu", 2, 2).around, 1, 1)).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
});

test("norms of Hessians of all kinds, to the last bit", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of [...SETTINGS, ["tanh", 257, 3]] as const) {
    const { around } = drawAround(psi, d, k, "norms", "gaussian");
    for (const products of d > 200 ? [2] : [1, 2, 64])
      rows.push(
        `${psi} ${d} ${k} ${products}: ${exactly({ ...hessianNorm(around, around.preActivations, products) })}`,
      );
    if (d > 200) continue;
    const bare = hessianNorm(
      { ...around, activation: { ...around.activation, secondDerivative: null } },
      around.preActivations,
    );
    rows.push(`by differences: ${exactly({ ...bare })}`);
  }
  const dead = plantedAround("tanh", [[0, 0]], [1], [1, 1]);
  rows.push(`dead: ${exactly({ ...hessianNorm(dead, new Float64Array(1)) })}`);
  expect(rows).toMatchSnapshot();
});
