import { describe, expect, test } from "vitest";
import { sin } from "../activations/sin.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { hessian } from "../networks/dense-hessian.js";
import type { DenseNetwork } from "../networks/dense-network.js";
import { curvatureLipschitz } from "../networks/suprema/curvature-lipschitz.js";
import { denseNeighbourhood } from "../networks/suprema/dense-neighbourhood.js";
import { attackHessian } from "../networks/suprema/hessian-attack.js";
import { hessianNetBound } from "../networks/suprema/hessian-net-bound.js";
import { drawAround } from "../networks/testing/draw-around.js";
import { jacobiEigenvalues } from "../networks/testing/jacobi-eigenvalues.js";
import { drawHessianSupremum } from "./hessian-over-ball.js";

const normAt = (network: DenseNetwork, y: Float64Array) =>
  Math.max(...jacobiEigenvalues(hessian(network, y), y.length).map(Math.abs));

test.each([tanh, sin, softplus])("$id: sup|ψ'''| by differences of ψ''", (psi) => {
  const [step, curvature] = [2 ** -12, psi.secondDerivative!];
  let largest = 0;
  for (let t = -10; t <= 10; t += 2 ** -10)
    largest = Math.max(largest, Math.abs(curvature(t + step) - curvature(t - step)) / (2 * step));
  expect(largest).toBeLessThanOrEqual(curvatureLipschitz(psi) * (1 + 1e-10));
  expect(largest).toBeGreaterThan(curvatureLipschitz(psi) * (1 - 1e-5));
});

describe.each([
  ["tanh", 2, 12],
  ["softplus", 10, 10],
  ["sin", 6, 80],
] as const)("an attack on %s, d = %i, k = %i", (psi, d, k) => {
  const { network, around } = drawAround(psi, d, k);
  const { point, norm } = attackHessian(around, d, 12);

  test("gains on x, at a point of the ball where the norm is what it says", () => {
    expect(norm.lower).toBeGreaterThan(normAt(network, around.x) * 1.01);
    expect(Math.hypot(...point)).toBeLessThanOrEqual(d);
    expect(Math.abs(norm.lower / normAt(network, point) - 1)).toBeLessThan(1e-8);
  });

  test("stays below both certificates", () => {
    const { smoothness } = network.activation;
    const M = curvatureLipschitz(network.activation);
    expect(norm.lower).toBeLessThan((smoothness * around.operatorNorm.upper ** 2) / Math.sqrt(k));
    expect(norm.lower).toBeLessThan(hessianNetBound({ d, k, radius: d, smoothness, curvatureLipschitz: M }, 0.02));
  });
});

test("one neuron: the attack comes to sup|ψ''|·‖w‖², and the certificate is that", () => {
  const network: DenseNetwork = {
    activation: tanh,
    d: 2,
    k: 1,
    depth: 1,
    weights: [Float64Array.of(0.6, -0.8)],
    coefficients: Float64Array.of(-1),
  };
  const around = denseNeighbourhood(network, Float64Array.of(1, 1));
  const { norm } = attackHessian(around, 2, 40);
  expect(norm.lower).toBeGreaterThan(0.999 * tanh.smoothness);
  expect(norm.lower).toBeLessThanOrEqual(tanh.smoothness);
});

describe("the union bound", () => {
  const { smoothness } = tanh;
  const bound = (d: number, k: number, probability = 0.02, radius = d) =>
    hessianNetBound({ d, k, radius, smoothness, curvatureLipschitz: curvatureLipschitz(tanh) }, probability);

  test("is √(log(dk)/d) for wide networks and log(dk)/√k for narrow ones, to a constant", () => {
    for (const d of [1e3, 1e6])
      expect(bound(d, d ** 2) / Math.sqrt(Math.log(d ** 3) / d)).toBeLessThan(1.25 * smoothness * Math.sqrt(6 * 2.5));
    for (const d of [1e6, 1e12]) expect(bound(d, 100) / (Math.log(d * 100) / 10)).toBeLessThan(2.5 * smoothness * 3);
  });

  test("grows with the radius and as the probability falls, and needs sup|ψ'''|", () => {
    expect(bound(100, 100, 0.02, 200)).toBeGreaterThan(bound(100, 100));
    expect(bound(100, 100, 1e-9)).toBeGreaterThan(bound(100, 100));
    expect(hessianNetBound({ d: 9, k: 9, radius: 9, smoothness, curvatureLipschitz: Infinity }, 0.02)).toBe(Infinity);
  });
});

test("a draw's ends enclose at every size", () => {
  const streams = keyedStreams({ seed: "ball", sampler: "test", parameters: {} });
  for (const [d, k] of [
    [10, 10],
    [1, 5],
    [10, 1e15],
    [1e15, 10],
    [2000, 3000],
  ]) {
    const { lower, upper } = drawHessianSupremum({ psi: tanh, d, k, radius: d }, streams(0));
    expect(lower).toBeLessThanOrEqual(upper);
    expect(lower > 0).toBe(k < 1e6);
    expect(upper).toBeLessThan(Infinity);
  }
});
