import { describe, expect, test } from "vitest";
import { secondsOfPair, secondsOfSample } from "./figure-costs.js";

const at = (psi: string, d: number, k: number, depth: number) =>
  ({ psi, d, k, depth, initialisation: "fan-in", coefficients: "rademacher" }) as const;

describe("a sample", () => {
  // By hand: 1e-4·L², a walk of 5e-10·(L − 1)²k³ up to k = 128, and nanoseconds of a neuron times k·L.
  test.each([
    ["relu", 4, 4, 1, 1e-4 + 505e-9 * 4],
    ["relu", 9, 4, 1, 1e-4 + 505e-9 * 4],
    ["relu", 1e4, 128, 1, 1e-4 + 20e-9 * 128],
    ["relu", 1e4, 2 ** 18 - 1, 1, 1e-4 + 20e-9 * (2 ** 18 - 1)],
    ["relu", 1e4, 2 ** 18, 1, 1e-4 + 15e-9 * 2 ** 18],
    ["relu", 100, 2 ** 18, 1, 1e-4 + 150e-9 * 2 ** 18],
    ["relu", 100, 128, 3, 9e-4 + 5e-10 * 4 * 128 ** 3],
    ["relu", 100, 129, 3, 9e-4 + 201e-9 * 129 * 3],
    ["relu", 1e6, 900, 2, 4e-4 + (1 + 200 / 3) * 1e-9 * 900 * 2],
    ["relu", 400, 2 ** 14 - 1, 2, 4e-4 + 101e-9 * (2 ** 14 - 1) * 2],
    ["relu", 400, 2 ** 14, 2, 4e-4 + 105e-9 * 2 ** 14 * 2],
    ["relu", 999, 2 ** 14, 2, 4e-4 + (100 + 2000 / 999) * 1e-9 * 2 ** 14 * 2],
    ["relu", 1000, 2 ** 14, 2, 4e-4 + (1 + 2000 / Math.sqrt(1000)) * 1e-9 * 2 ** 14 * 2],
    ["tanh", 9, 4, 1, 1e-4 + 3000e-9 * 4],
    ["tanh", 9, 128, 2, 4e-4 + 5e-10 * 128 ** 3],
    ["tanh", 9, 2 ** 14 - 1, 2, 4e-4 + 3000e-9 * (2 ** 14 - 1) * 2],
    ["tanh", 9, 2 ** 14, 2, 4e-4 + 150e-9 * 2 ** 14 * 2],
  ])("of %s, d = %d, k = %d, L = %d takes %d s", (psi, d, k, depth, seconds) => {
    expect(secondsOfSample(at(psi, d, k, depth)) / seconds).toBeCloseTo(1, 12);
  });
});

describe("a pair", () => {
  // By hand: 1.5e-4·L², two walks up to k = 128, 0.7 or 3 microseconds of a neuron beyond.
  test.each([
    ["relu", 128, 1, 1.5e-4],
    ["relu", 128, 3, 13.5e-4 + 2 * 5e-10 * 4 * 128 ** 3],
    ["relu", 129, 3, 13.5e-4 + 7e-7 * 129 * 3],
    ["tanh", 129, 2, 6e-4 + 3e-6 * 129 * 2],
    ["tanh", 100, 2, 6e-4 + 1e-9 * 1e6],
  ])("of %s, k = %d, L = %d takes %d s", (psi, k, depth, seconds) => {
    expect(secondsOfPair(at(psi, 50, k, depth)) / seconds).toBeCloseTo(1, 12);
  });
});
