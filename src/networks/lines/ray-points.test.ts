import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { valuesOf } from "../line.js";
import { completeSetting, type Widths } from "../setting.js";
import { drawRay } from "./ray-draw.js";
import { drawBackward, drawForward } from "./ray-passes.js";
import { rayPoints } from "./ray-points.js";

const streams = keyedStreams({ seed: "ray points", sampler: "pinned", parameters: {} });
const SETTINGS = [
  { psi: tanh, d: 1, k: 1 },
  { psi: tanh, d: 3, k: 4 },
  { psi: tanh, d: 20, k: 5, depth: 3, initialisation: "he" },
  { psi: relu, d: 20, k: [6, 2, 9], coefficients: "gaussian", norm: 3 },
  { psi: relu, d: 9, k: 1, depth: 3 },
  { psi: tanh, d: 2 ** 53, k: 30, depth: 2 },
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("passes and points of the ray law, to the last bit; backward products fit the forward ones", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries())
    for (let draw = 0; draw < 3; draw++) {
      const random = streams(10 * n + draw);
      const complete = completeSetting<Widths>(setting);
      const z = drawForward(complete, random);
      const a = Float64Array.from({ length: complete.widths.at(-1)! }, (_, i) => (i % 2 ? 1 : -1.5));
      const passes = drawBackward(complete, z, a, random);
      const at = rayPoints(complete, passes, a, random);
      rows.push(
        `${n} ${draw}: ${exactly([...z, ...passes.g, passes.alpha, passes.eSquared, at(0.5), at(-2), at(0.5), at(0)])}`,
      );
      // Two points asked for twice are two points.
      expect(Math.hypot(...at(0.5).map((t, i) => t - at(0.5)[i]))).toBeLessThan(1e-9);
    }
  expect(rows).toMatchSnapshot();
});

test("lines by the ray law, to the last bit", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries()) {
    const line = drawRay(setting, streams(n));
    const values = valuesOf(line, [0.5, 0, -3, 0.5]);
    rows.push(exactly({ value: line.value, norm: line.gradientNorm, values, flip: { ...line.smallestFlip() } }));
    expect([values[1], values[3]]).toEqual([line.value, values[0]]);
    expect(line.at([2])[0].rounding).toBe(Infinity);
  }
  expect(rows).toMatchSnapshot();
  expect(() => drawRay({ psi: tanh, d: 1, k: 1, norm: 0 }, streams(0))).toThrow("norm is 0; it must be finite and > 0");
  expect(() => drawRay({ psi: tanh, d: 1, k: 2 ** 32 }, streams(0))).toThrow(
    "k is 4294967296; it must be an integer in [1, 2^31]",
  );
  expect(() => drawRay({ psi: tanh, d: 1, k: 1 }, streams(0)).at([Number.NaN])).toThrow(
    "eta is NaN; it must be finite",
  );
});
