import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { softplus } from "../activations/softplus.js";
import { tanh } from "../activations/tanh.js";
import { distanceBetween, dkwDistance } from "../chance/dkw.js";
import { drawDenseNetwork } from "../networks/dense-draw.js";
import { hessian } from "../networks/dense-hessian.js";
import { runningStreams } from "../networks/testing/running-streams.js";
import { drawHessianForm } from "./hessian-form.js";

/** Two samples of one law are further apart with probability at most 1e-10. */
const DRAWS = 12_000;
const THRESHOLD = 2 * dkwDistance(DRAWS, 0.5e-10);

/** uᵀ∇²f(x)u by the matrix, at x = √d·e₁ and u = ρe₁ + √(1 − ρ²)e₂, scaled by d. */
function denseForms(psi: typeof tanh, d: number, k: number, rho: number): Float64Array {
  const random = runningStreams("dense", { psi: psi.id, d, k, rho });
  const x = new Float64Array(d);
  x[0] = Math.sqrt(d);
  const [first, second] = [rho, Math.sqrt(1 - rho * rho)];
  return Float64Array.from({ length: DRAWS }, () => {
    const H = hessian(drawDenseNetwork({ psi, d, k }, random), x);
    if (d === 1) return H[0];
    return d * (first * first * H[0] + 2 * first * second * H[1] + second * second * H[d + 1]);
  });
}

function forms(psi: typeof tanh, d: number, k: number, correlation: number, shift = 0): Float64Array {
  const random = runningStreams("form", { psi: psi.id, d, k, correlation });
  return Float64Array.from(
    { length: DRAWS },
    () => d * drawHessianForm({ psi, d, k, correlation: correlation + shift }, random).value,
  );
}

describe("a quadratic form has the law of the dense Hessian's", () => {
  test.each([
    { psi: tanh, d: 1, k: 3, rho: 1 },
    { psi: tanh, d: 3, k: 1, rho: 0 },
    { psi: softplus, d: 4, k: 5, rho: 0.6 },
    { psi: tanh, d: 2, k: 40, rho: -1 },
  ])("$psi.id, d = $d, k = $k, ρ = $rho", ({ psi, d, k, rho }) => {
    expect(distanceBetween(denseForms(psi, d, k, rho), forms(psi, d, k, rho))).toBeLessThan(THRESHOLD);
  });

  test("and a wrong correlation is caught", () => {
    expect(distanceBetween(denseForms(tanh, 2, 40, 1), forms(tanh, 2, 40, 1, -1))).toBeGreaterThan(THRESHOLD);
  });
});

test("more neurons than a block continue the streams of fewer", () => {
  const streams = (name: string) => runningStreams("blocks", { name })("s");
  const value = (k: number) => drawHessianForm({ psi: tanh, d: 1, k, correlation: 0 }, streams).value * Math.sqrt(k);
  const [all, first] = [value(4097), value(4096)];
  // One summand of size at most L·W² more: some bits of the law of W² up to 100.
  expect(Math.abs(all - first)).toBeGreaterThan(0);
  expect(Math.abs(all - first)).toBeLessThan(100);
});

test("an activation without a second derivative is refused", () => {
  expect(() => drawHessianForm({ psi: relu, d: 1, k: 1, correlation: 0 }, runningStreams("r", {}))).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
});
