import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { hessian } from "../dense-hessian.js";
import { drawAround } from "../testing/draw-around.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import { gradientVariation } from "./gradient-variation.js";
import { phiLipschitz } from "./phi-lipschitz.js";

const SETTINGS = [
  ["tanh", 1, 1],
  ["tanh", 2, 9],
  ["sin", 3, 40],
  ["softplus", 5, 2],
  ["tanh", 4, 4100],
  ["tanh", 3, 3000],
  ["tanh", 2, 20_000],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("the Lipschitz constant of Φ between its bounds, to the last bit, and above the Hessian at x", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS.slice(0, 4))
    for (const law of ["rademacher", "gaussian"] as const)
      for (const radius of [0.1, 1, 20]) {
        const { around, streams, network } = drawAround(psi, d, k, "phi", law);
        const { lower, upper } = phiLipschitz(around, radius, streams("attack"));
        rows.push(`${psi} ${d} ${k} ${law} ${radius}: ${exactly({ lower, upper })}`);
        const norm = Math.max(...jacobiEigenvalues(hessian(network, around.x), d).map(Math.abs));
        expect(upper).toBeGreaterThanOrEqual(norm);
        expect(upper).toBeGreaterThanOrEqual(lower);
        expect(lower).toBeGreaterThan(0);
      }
  expect(rows).toMatchSnapshot();
});

test("the variation of the gradient between its bounds, to the last bit, in memory and not", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS)
    for (const radius of [0.1, 20]) {
      const { around, streams } = drawAround(psi, d, k, "variation");
      const { lower, upper } = gradientVariation(around, radius, streams("attack"));
      rows.push(`${psi} ${d} ${k} ${radius}: ${exactly({ lower, upper })}`);
      expect(lower).toBeLessThanOrEqual(upper);
      const unseen = drawFramedNeighbourhood(around.activation, { d: 2 ** 40, k: 30 }, streams);
      rows.push(`unseen: ${exactly({ ...gradientVariation(unseen, radius, streams("attack")) })}`);
      rows.push(`unseen: ${exactly({ ...phiLipschitz(unseen, radius, streams("attack")) })}`);
    }
  expect(rows).toMatchSnapshot();
});
