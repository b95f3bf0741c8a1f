import { catalogue } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { logNetSizePerDimension } from "./constants/net-size.js";
import { variationBound } from "./parts/proposition-2-parts.js";

const tanh = catalogue.find(({ id }) => id === "tanh")!;

/** What the proof of the repaired form has, over RL: by ‖W‖ at γ, or by the net and Lip(Φ) at γ/2 each. */
function proved(d: number, k: number, radius: number, gamma: number): number {
  const log = -Math.log(gamma);
  const half = log + Math.LN2;
  const byNorm = (1 + Math.sqrt(k / d) + Math.sqrt((2 * log) / d)) ** 2 / Math.sqrt(k);
  const t = d * logNetSizePerDimension(Math.log(k), radius) + half;
  const overNet = (Math.sqrt(6 * t) + (2 * t) / Math.sqrt(k)) / d;
  const between = (k + 2 * Math.sqrt((k * half) / d) + (2 * half) / d) / k ** 1.5;
  return Math.min(byNorm, overNet + between);
}

/**
 * Over RL, what Bernstein's inequality with a variance of 3(RL/d)² and the net have at level γ, over the display below the
 * union bound, which has 2d log(Rk) for the logarithm of the net. t is the logarithm of points over γ.
 */
function netOverDisplay(d: number, k: number, radius: number, gamma: number): number {
  const log = -Math.log(gamma);
  const t = d * logNetSizePerDimension(Math.log(k), radius) + log;
  const N = 2 * d * Math.log(radius * k) + log;
  return (Math.sqrt(6 * t) + (2 * t) / Math.sqrt(k)) / (4 * Math.sqrt(N) * (1 + Math.sqrt(N / k)));
}

const sizes = [1, 2, 3, 10, 25, 100, 1e4, 1e6, 1e9, 2 ** 53];

test("the proof of the repaired Proposition 2 gives no more than is printed, for γ ≤ 1/2", () => {
  for (const d of sizes)
    for (const k of [...sizes, 40 * d, 80 * d, 1000 * d].filter((k) => k <= 2 ** 53))
      for (const radius of [1, 2, 1e3, 1e12])
        for (const gamma of [0.5, 0.1, 1e-6, 1e-300]) {
          const printed = variationBound({ psi: tanh, d, k, gamma, radius }) / (radius * tanh.smoothness);
          expect(proved(d, k, radius, gamma), `d ${d}, k ${k}, R ${radius}, γ ${gamma}`).toBeLessThanOrEqual(printed);
        }
});

test("and does not for γ near 1", () => {
  expect(proved(1000, 1, 1, 0.965)).toBeGreaterThan(
    variationBound({ psi: tanh, d: 1000, k: 1, gamma: 0.965, radius: 1 }) / tanh.smoothness,
  );
});

test("the display over the net holds for every k ≥ 5, though not by the step to it, and below 5 not by this argument", () => {
  for (const d of sizes)
    for (const k of [5, 6, 7, 10, 25, 100, 1e4, 1e9, 2 ** 53])
      for (const radius of [1, 1.5, 30, 1e12])
        for (const gamma of [1 - 2 ** -53, 0.5, 1e-6, 1e-300])
          expect(netOverDisplay(d, k, radius, gamma), `d ${d}, k ${k}, R ${radius}, γ ${gamma}`).toBeLessThanOrEqual(1);
  for (const k of [2, 3, 4]) expect(netOverDisplay(2 ** 53, k, 1, 0.5)).toBeGreaterThan(1);
});
