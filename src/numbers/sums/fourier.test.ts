import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { fourier } from "./fourier.js";

describe("fourier", () => {
  test("is the sum that defines it, and comes back", () => {
    const size = 32;
    const re = Float64Array.from({ length: size }, (_, j) => Math.sin(3 * j + 1));
    const im = Float64Array.from({ length: size }, (_, j) => Math.cos(5 * j));
    const [x, y] = [re.slice(), im.slice()];
    fourier(x, y, 1);
    for (let m = 0; m < size; m++) {
      let [a, b] = [0, 0];
      for (let j = 0; j < size; j++) {
        const angle = (-2 * Math.PI * j * m) / size;
        a += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
        b += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
      }
      expect(Math.hypot(x[m] - a, y[m] - b)).toBeLessThan(1e-13);
    }
    fourier(x, y, -1);
    for (let j = 0; j < size; j++) expect(Math.hypot(x[j] / size - re[j], y[j] / size - im[j])).toBeLessThan(1e-15);
  });

  // Σ_j r^j·e^(−2πi jm/N) = (1 − r^N)/(1 − r·e^(−2πi m/N)), in which nothing cancels for |r| = ½; r^N underflows.
  test.each([11, 14, 17, 20])("of a geometric sequence of 2^%d is off by less than is allowed for", (levels) => {
    const size = 2 ** levels;
    for (const r of [0.5, -0.5]) {
      const re = Float64Array.from({ length: size }, (_, j) => r ** j);
      const im = new Float64Array(size);
      fourier(re, im, 1);
      let worst = 0;
      for (let m = 0; m < size; m++) {
        const angle = (2 * Math.PI * m) / size;
        const [x, y] = [1 - r * Math.cos(angle), r * Math.sin(angle)];
        const square = x * x + y * y;
        worst = Math.max(worst, Math.abs(re[m] - x / square), Math.abs(im[m] + y / square));
      }
      // lattice-tail.ts, for each entry; Σ|x_j| is 2. The closed form itself has some ten roundings.
      expect(worst).toBeLessThan(2 ** -49 * levels * 2);
      expect(worst).toBeGreaterThan(2 ** -56);
    }
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("small transforms to the last bit", () => {
  const transformed = (size: number, direction: 1 | -1) => {
    const re = Float64Array.from({ length: size }, (_, j) => Math.sqrt(j + 1));
    const im = Float64Array.from({ length: size }, (_, j) => 1 / (j + 2));
    fourier(re, im, direction);
    return [re, im];
  };
  const calls = [1, 2, 4, 8, 16].flatMap((size) => ([1, -1] as const).map((direction) => [size, direction] as const));
  expect(callTable(transformed, calls)).toMatchSnapshot();
});
