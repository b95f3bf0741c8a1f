import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { finiteLeastDimension, finiteLeastWidth, finiteMargin } from "./theorem-2-finite.js";
import { finiteLeastWithoutGap, meshOf, netsLeastDimension, netsLeastWidth, netsMargin } from "./theorem-2-nets.js";

const gammas = [0.5, 0.1, 1e-6, 1e-300];

describe("the large width case with nothing given away", () => {
  test("has room from its least sizes on, up to 10⁸d, and none just below them", () => {
    for (const gamma of gammas) {
      const least = netsLeastDimension(gamma);
      for (const more of [1.001, 1.5, 10, 1e4, 1e9]) {
        const d = more * least;
        const k = netsLeastWidth(d, gamma);
        expect(netsMargin(k / 1.001, d, gamma)).toBeLessThanOrEqual(0);
        for (const wider of [1, 1.01, 2, 100]) {
          if (wider * k > 1e8 * d) continue;
          for (const deeper of [1, 1.01, 2])
            expect(netsMargin(wider * k * deeper, d * deeper, gamma)).toBeGreaterThan(0);
        }
      }
    }
  });

  test("reaches widths of exp(√d/1000), and not of exp(√d)", () => {
    for (const d of [1e8, 1e10]) {
      expect(netsMargin(Math.exp(Math.sqrt(d) / 1000 + 30), d, 0.1)).toBeGreaterThan(0);
    }
    expect(netsMargin(Math.exp(600), 360_000, 0.1)).toBeLessThan(0);
  });

  test("meets the other case from d = 10¹⁶ on, and not before", () => {
    const gamma = 0.1;
    const least = finiteLeastWithoutGap(gamma);
    expect(least).toBeLessThan(1e16);
    for (const more of [1, 10, 1e6]) {
      const [d, begins] = [more * least, netsLeastWidth(more * least, gamma)];
      const from = 1.01 * finiteLeastWidth(gamma);
      expect(finiteLeastDimension(from, gamma)).toBeLessThan(d);
      for (let k = from; k < begins; k *= 1.3) expect(finiteMargin(k, d, gamma)).toBeGreaterThan(0);
      expect(finiteMargin(begins, d, gamma)).toBeGreaterThan(0);
    }
    expect(finiteMargin(netsLeastWidth(least / 1.01, gamma), least / 1.01, gamma)).toBeLessThan(0);
  });
});

describe("what it rests on", () => {
  test("E χ₃^q ≤ q!·c^(q−2) for q ≥ 2, with equality at q = 3", () => {
    const c = (8 * Math.sqrt(2 / Math.PI)) / 6;
    // E χ₃^(q+2) = (q + 3)·E χ₃^q from E χ₃² = 3 (of which the variance needs 2 only) and E χ₃³ = 8√(2/π).
    const logMoments = [0, 0, Math.log(2), Math.log(8 * Math.sqrt(2 / Math.PI)), Math.log(15)];
    for (let q = 5; q <= 400; q++) logMoments.push(logMoments[q - 2] + Math.log(q + 1));
    let logFactorial = 0;
    for (let q = 2; q <= 400; q++) {
      logFactorial += Math.log(q);
      expect(logMoments[q]).toBeLessThanOrEqual(logFactorial + (q - 2) * Math.log(c) + 1e-12);
    }
  });

  test("one coordinate on the sphere is within s of 0 with probability at most s√(2(d − 1)/π)", () => {
    for (const d of [3, 4, 10, 1000]) {
      const steps = 20_000;
      const density = (u: number) => (1 - u * u) ** ((d - 3) / 2);
      const integral = (to: number) => {
        let sum = 0;
        for (let i = 0; i < steps; i++) sum += density((to * (i + 0.5)) / steps);
        return (sum * to) / steps;
      };
      for (const s of [0.001, 0.1])
        expect(integral(s) / integral(1)).toBeLessThanOrEqual(s * Math.sqrt((2 * (d - 1)) / Math.PI) * (1 + 1e-6));
    }
  });

  test("the count of the mesh satisfies Chernoff's inequality over its net", () => {
    for (const [k, d] of [
      [1e12, 1e8],
      [1e14, 2.2e6],
      [1e30, 1e16],
    ]) {
      for (const a of [1.25, 3, 12]) {
        const [R, fifth] = [10, Math.log(50)];
        const mesh = meshOf(k, d, R, fifth, a);
        if (!mesh) throw new Error("no mesh");
        const epsilon = (2 * R) / Math.expm1(mesh.logSize);
        const kp = (k * epsilon * Math.sqrt(2 / Math.PI)) / (1 - R / Math.sqrt(d));
        const exponent = mesh.m * (Math.log(mesh.m / kp) - 1) + kp;
        expect(exponent).toBeGreaterThanOrEqual((d * mesh.logSize + fifth) * (1 - 1e-12));
        expect(epsilon).toBeLessThan(R);
      }
    }
  });
});

test("nothing is shown where g may be 0, the step too long, or the ball reaches half-way to the origin", () => {
  // log(10/γ) = 4.6: half of k = 2·4.6 neurons may be inactive, and d must exceed 1 + 4·4.6.
  expect([netsMargin(9, 1e9, 0.1), netsMargin(1e9, 19, 0.1), netsMargin(1e9, 1, 0.1)]).toEqual([
    -Infinity,
    -Infinity,
    -Infinity,
  ]);
  // C₄/g ≤ C₅ from g = 1/2 on.
  expect(netsMargin(36, 1e300, 0.1)).toBe(-Infinity);
  expect(netsMargin(1e9, 100, 0.1)).toBe(-Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("margins and meshes at many sizes, and the least sizes", () => {
  const margins = [300, 1e6, 1e12, 1e40].flatMap((k) =>
    [19, 100, 3e3, 1e8, 1e30].flatMap((d) => [0.5, 1e-12].map((gamma) => [k, d, gamma, netsMargin(k, d, gamma)])),
  );
  const meshes = [50, 1e12, 1e30].flatMap((k) =>
    [100, 1e8, 1e16].flatMap((d) =>
      [1.25, 3, 20].map((a) => [k, d, a, meshOf(k, d, 4, 3, a), meshOf(k, d, 0.01, 700, a)]),
    ),
  );
  const least = gammas.map((gamma) => {
    const d = netsLeastDimension(gamma);
    return [gamma, d, [1, 2, 1e5].map((more) => netsLeastWidth(more * d, gamma))];
  });
  expect(exactLines([...margins, ...meshes, ...least, finiteLeastWithoutGap(0.5)])).toMatchSnapshot();
});
