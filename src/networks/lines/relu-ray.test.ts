import { describe, expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { valuesOf } from "../line.js";
import { valueOn } from "./ray.js";
import { drawReluRay } from "./relu-ray.js";

const streams = keyedStreams({ seed: "relu ray", sampler: "pinned", parameters: {} });
const ETAS = [0, 0.1, -0.3, 1, -4, 12, 0.1];

const SETTINGS = [
  { d: 1, k: 3 },
  { d: 4, k: 5, coefficients: "gaussian" },
  { d: 2 ** 53, k: 300 },
  { d: 30, k: 20, depth: 2 },
  { d: 30, k: 20, depth: 3, initialisation: "he" },
  { d: 5, k: [3, 40, 9], initialisation: "he", coefficients: "gaussian" },
  { d: 1000, k: 60, depth: 4, initialisation: "he", norm: 0.5 },
  { d: 7, k: 1, depth: 2 },
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("lines of networks of all shapes, to the last bit; near 0 they rise by ‖∇f‖²", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries())
    for (let draw = 0; draw < 3; draw++) {
      const line = drawReluRay(setting, streams(10 * n + draw));
      const values = valuesOf(line, ETAS);
      rows.push(`${n} ${draw}: ${exactly({ value: line.value, norm: line.gradientNorm, values: values.join(" ") })}`);
      expect(values[0]).toBe(line.value);
      expect(values[6]).toBe(values[1]);
      const [up, down] = valuesOf(line, [1e-7, -1e-7]);
      expect(Math.abs((up - down) / 2e-7 - line.gradientNorm ** 2)).toBeLessThan(1e-5 * (1 + line.gradientNorm ** 2));
      for (const { rounding } of line.at([1, 0])) expect(rounding).toBe(line.gradientNorm === 0 ? 0 : Infinity);
    }
  expect(rows).toMatchSnapshot();
});

test("where few deviations are looked for, fewer neurons come near, and the line is another", () => {
  const rows = [1, 3, 8].map((reach) => {
    const line = drawReluRay(SETTINGS[4], streams(7), { reach });
    return exactly([line.value, ...valuesOf(line, ETAS)]);
  });
  expect(rows).toMatchSnapshot();
});

describe("many neurons, of which the near ones are drawn without the others", () => {
  test.each([
    { d: 2 ** 20, k: 2 ** 15 },
    { d: 2 ** 20, k: [2 ** 15, 2 ** 15], coefficients: "gaussian", initialisation: "he" },
    { d: 2 ** 14, k: 2 ** 15 },
  ] as const)("%o", (setting) => {
    const line = drawReluRay(setting, streams(1), { many: 2 ** 13 });
    const values = valuesOf(line, [0.5, -3]);
    expect(exactly({ value: line.value, norm: line.gradientNorm, values })).toMatchSnapshot();
    // A step to the other side of 0 comes out about there.
    const eta = (-2 * line.value) / line.gradientNorm ** 2;
    expect(Math.abs(valuesOf(line, [eta])[0] + line.value)).toBeLessThan(0.2 * (1 + Math.abs(line.value)));
  });
});

test("smallest flips of one layer are exact, and a ray of few neurons has the same values", () => {
  const rows: string[] = [];
  for (let draw = 0; draw < 6; draw++) {
    const line = drawReluRay({ d: [1, 3, 40][draw % 3], k: [2, 9, 70][draw % 3] }, streams(100 + draw));
    const flip = line.smallestFlip();
    rows.push(flip === null ? "none" : exactly({ ...flip }), exactly({ ...line.smallestFlip({ limit: 0.5 }) }));
    const ray = line.rayUpTo(2);
    rows.push(exactly([ray.a, ray.u, ray.v]));
    const scale = Math.sqrt(ray.a.length);
    for (const eta of [-2, -0.7, 0, 0.3, 2]) expect(scale * valueOn(ray, eta)).toBeCloseTo(valuesOf(line, [eta])[0], 9);
    if (flip === null) continue;
    const eta = -Math.sign(line.value) * flip.lower;
    expect(Math.abs(valuesOf(line, [eta])[0])).toBeLessThan(1e-9);
    expect(flip.gap).toBe(0);
  }
  const deep = drawReluRay(SETTINGS[4], streams(50));
  rows.push(exactly({ ...deep.smallestFlip({ tolerance: 1e-3 }) }));
  expect(rows).toMatchSnapshot();
  expect(() => deep.rayUpTo(1)).toThrow(new RangeError("depth is 3; it must be 1"));
});

test("a layer without an active neuron is a network that is 0 all over", () => {
  let dead = 0;
  for (let draw = 0; draw < 12; draw++) {
    const line = drawReluRay({ d: 3, k: 1, depth: 3 }, streams(200 + draw));
    if (line.gradientNorm !== 0) continue;
    dead++;
    expect([line.value, line.smallestFlip(), line.at([1, 2])]).toEqual([
      0,
      null,
      [1, 2].map(() => ({ value: 0, rounding: 0 })),
    ]);
    const { activation, a, u, v } = line.rayUpTo(3);
    expect([activation.id, a, u, v]).toEqual(["relu", Float64Array.of(1), Float64Array.of(0), Float64Array.of(0)]);
  }
  expect(dead).toBeGreaterThan(5);
});

test("a norm of 0 and a step beyond doubles are refused", () => {
  expect(() => drawReluRay({ d: 2, k: 3, norm: 0 }, streams(0))).toThrow(
    new RangeError("norm is 0; it must be finite and > 0"),
  );
  expect(() => drawReluRay({ d: 2, k: 30 }, streams(0)).at([1, Infinity])).toThrow(
    new RangeError("eta is Infinity; it must be finite"),
  );
});
