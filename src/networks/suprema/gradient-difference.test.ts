import { expect, test } from "vitest";
import { scaledTanh } from "../../activations/scaled-tanh.js";
import { tanh } from "../../activations/tanh.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { gradient } from "../dense-gradient.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { differenceRounding, gradientDifference, slopesAt } from "./gradient-difference.js";
import { hessianOperator, weightedHessian } from "./hessian-times.js";

const SETTINGS = [
  ["tanh", 1, 1],
  ["tanh", 3, 5],
  ["softplus", 7, 2],
  ["sin", 4, 300],
  ["identity", 2, 3],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("slopes, differences of gradients and their rounding, to the last bit", () => {
  const rows: string[] = [];
  for (const [psi, d, k] of SETTINGS)
    for (const law of ["rademacher", "gaussian"] as const) {
      const { around, network } = drawAround(psi, d, k, "difference", law);
      const slopes = slopesAt(around);
      const delta = Float64Array.from({ length: d }, (_, i) => Math.cos(1 + 2 * i));
      const h = gradientDifference(around, slopes, around.product(delta));
      const roundings = [1e-9, 0.1, 1, 30, 1e9].map((radius) => differenceRounding(around, radius));
      rows.push(`${psi} ${d} ${k} ${law}: ${exactly({ slopes, h, roundings })}`);
      const [here, there] = [around.x, around.x.map((t, i) => t + delta[i])].map((x) => gradient(network, x));
      for (let j = 0; j < d; j++) expect(Math.abs(h[j] - (here[j] - there[j]))).toBeLessThan(roundings[3] + 1e-14);
      // Rounding grows with the ball, and is far below what is bounded.
      for (let i = 1; i < 5; i++) expect(roundings[i]).toBeGreaterThanOrEqual(roundings[i - 1]);
      expect(roundings[2]).toBeLessThan(1e-10);
    }
  expect(rows).toMatchSnapshot();
});

test("the rounding of a ψ whose slopes are large, or small, beside L", () => {
  const steep = { ...tanh, lipschitz: 6, derivative: (t: number) => tanh.derivative(t) + 5 };
  const flat = { ...tanh, lipschitz: 1e-9, smoothness: 1e-9, derivative: (t: number) => 1e-9 * tanh.derivative(t) };
  const found = [steep, flat, scaledTanh(1e-3), scaledTanh(1000)].flatMap((activation) =>
    [
      [[1, 2]],
      [
        [0, 0],
        [1e3, -2],
        [1e-3, 1],
      ],
    ].map((rows) => {
      const around = plantedAround("tanh", rows, rows.length === 1 ? [-2] : [1, 0.5, -3], [1, -1]);
      return exactly([1e-6, 1, 1e6].map((radius) => differenceRounding({ ...around, activation }, radius)));
    }),
  );
  expect(found).toMatchSnapshot();
});

test("a ψ without a finite L is refused by name", () => {
  const { around } = drawAround("relu", 2, 3);
  expect(() => differenceRounding(around, 1)).toThrow(new RangeError("activation is relu; it must have a finite L"));
});

test("curvatures by second derivatives, or by differences where there are none", () => {
  const rows: string[] = [];
  for (const psi of ["tanh", "softplus", "sin"]) {
    const { around } = drawAround(psi, 3, 4, "curvature");
    const t = Float64Array.of(0.1, -0.2, 0.3, 0);
    const c = weightedHessian(around, t);
    const byDifferences = weightedHessian(
      { ...around, activation: { ...around.activation, secondDerivative: null } },
      t,
    );
    const image = hessianOperator(around, c)(Float64Array.of(1, -2, 0.5));
    rows.push(`${psi}: ${exactly({ c, byDifferences, image })}`);
    for (let i = 0; i < 4; i++) expect(Math.abs(c[i] - byDifferences[i])).toBeLessThan(1e-9);
  }
  expect(rows).toMatchSnapshot();
});
