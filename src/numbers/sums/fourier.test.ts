import { describe, expect, test } from "vitest";
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
});
