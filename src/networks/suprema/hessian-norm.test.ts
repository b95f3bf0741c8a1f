import { describe, expect, test } from "vitest";
import { hessian } from "../dense-hessian.js";
import { hessianProduct } from "../dense-hessian-product.js";
import { drawAround } from "../testing/draw-around.js";
import { jacobiEigenvalues } from "../testing/jacobi-eigenvalues.js";
import { hessianNorm } from "./hessian-norm.js";
import { hessianOperator, weightedHessian } from "./hessian-times.js";

describe.each([
  ["tanh", 1, 1],
  ["sin", 1, 50],
  ["tanh", 20, 3],
  ["tanh", 12, 200],
  ["softplus", 40, 40],
] as const)("%s, d = %i, k = %i", (psi, d, k) => {
  const { network, around } = drawAround(psi, d, k);
  const t = new Float64Array(k);
  const eigenvalues = jacobiEigenvalues(hessian(network, around.x), d);
  const truth = Math.max(...eigenvalues.map(Math.abs));

  test("both ends agree with Jacobi's eigenvalues of the dense Hessian", () => {
    const { lower, upper, residual, vector } = hessianNorm(around, t);
    expect(lower).toBeLessThanOrEqual(truth * (1 + 1e-12));
    expect(lower).toBeGreaterThan(truth * (1 - 1e-8));
    expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
    expect(upper).toBeLessThan(truth * (1 + 1e-8));
    // The residual is that of the vector.
    const image = hessianOperator(around, weightedHessian(around, t))(vector);
    const quotient = image.reduce((sum, h, i) => sum + h * vector[i], 0);
    expect(Math.hypot(...image.map((h, i) => h - quotient * vector[i]))).toBeLessThan(residual + 1e-9 * truth);
  });

  test("few products leave the lower end lower, and still below", () => {
    const { lower, upper } = hessianNorm(around, t, 2);
    expect(lower).toBeLessThanOrEqual(truth * (1 + 1e-12));
    expect(upper).toBeGreaterThanOrEqual(truth * (1 - 1e-12));
  });

  test("the product is that of the dense network, at x and elsewhere", () => {
    const v = Float64Array.from({ length: d }, (_, i) => Math.cos(i));
    const delta = Float64Array.from({ length: d }, (_, i) => Math.sin(3 * i));
    const there = around.x.map((x, i) => x + delta[i]);
    const expected = hessianProduct(network, there, v);
    const product = hessianOperator(around, weightedHessian(around, around.product(delta)))(v);
    for (let i = 0; i < d; i++) expect(Math.abs(product[i] - expected[i])).toBeLessThan(1e-12 * (1 + k));
  });
});

test("beyond 256 dimensions the upper end is max|aψ''|·‖W‖²/√k", () => {
  const { around } = drawAround("tanh", 400, 10);
  const { lower, upper } = hessianNorm(around, new Float64Array(10));
  expect(upper).toBeGreaterThan(lower);
  expect(upper).toBeLessThan(2 * lower);
});
