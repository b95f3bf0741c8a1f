import { expect, test } from "vitest";
import { hessian } from "../dense-hessian.js";
import { drawAround } from "../testing/draw-around.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { gaussianFormBound } from "./gaussian-form-bound.js";
import { weightedHessian } from "./hessian-times.js";

const vectors = (k: number) => ({
  u: Float64Array.from({ length: k }, (_, i) => Math.sin(1 + 3 * i) * 1.7),
  c: Float64Array.from({ length: k }, (_, i) => Math.cos(2 + 5 * i) / Math.sqrt(k)),
});

// Pinned to the last bit: an error bound that changes must be seen.
test("the bound on the Hessian's norm, in every shape and for either sign alone", () => {
  const rows: string[] = [];
  for (const k of [1, 2, 7, 200])
    for (const d of [1, 2, 10, 1e6, 2 ** 53])
      for (const sign of [0, 1, -1]) {
        const { u, c } = vectors(k);
        const signed = sign === 0 ? c : c.map((t) => sign * Math.abs(t));
        for (const p of [0.04, 1]) rows.push(`${k} ${d} ${sign} ${p}: ${gaussianFormBound({ d, u, c: signed }, p)}`);
      }
  expect(rows).toMatchSnapshot();
});

test("in one dimension it is |Σcu²| itself, and 0 for c = 0", () => {
  const { u, c } = vectors(9);
  const sum = Math.abs(c.reduce((total, t, i) => total + t * u[i] ** 2, 0));
  expect(gaussianFormBound({ d: 1, u, c }, 0.04)).toBeGreaterThan(sum);
  expect(gaussianFormBound({ d: 1, u, c }, 0.04)).toBeLessThan(sum * (1 + 2 ** -29));
  expect(gaussianFormBound({ d: 5, u, c: new Float64Array(9) }, 0.04)).toBe(0);
  expect(gaussianFormBound({ d: 1, u: Float64Array.of(1), c: Float64Array.of(-2) }, 1)).toBe(2 * (1 + 2 ** -30));
});

test("turning all signs leaves it as it is", () => {
  const { u, c } = vectors(30);
  expect(gaussianFormBound({ d: 12, u, c: c.map((t) => -t) }, 0.01)).toBe(gaussianFormBound({ d: 12, u, c }, 0.01));
});

test("drawn Hessians are below, and not far", () => {
  for (const [d, k] of [
    [2, 30],
    [8, 8],
    [20, 3],
  ]) {
    const { network, around } = drawAround("tanh", d, k, "form");
    const norm = Math.max(...jacobiEigenvalues(hessian(network, around.x), d).map(Math.abs));
    const c = weightedHessian(around, new Float64Array(k));
    const bound = gaussianFormBound({ d, u: around.preActivations, c }, 1e-6);
    expect(bound).toBeGreaterThan(norm);
    expect(bound).toBeLessThan(30 * norm);
  }
});
