import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { valuesOf } from "../line.js";
import { drawBiasStep } from "./bias-step.js";
import { drawOneStep } from "./one-step.js";
import { drawUniversalInputs } from "./universal-inputs.js";
import { drawUniversalStep } from "./universal-step.js";

const streams = keyedStreams({ seed: "steps", sampler: "pinned", parameters: {} });
const ETAS = [0, 0.3, -2, 10];

// Pinned to the last bit: an error bound that changes must be seen.
test("steps with a bias unit, to the last bit: the slope at 0 is the square of the projected gradient", () => {
  const rows: string[] = [];
  for (const psi of [tanh, relu])
    for (const [i, setting] of [
      { d: 1, k: 3, bias: 1, norm: 0 },
      { d: 2, k: 5, bias: -1 },
      { d: 3, k: 4, bias: 0 },
      { d: 10, k: 7, bias: 2.5, norm: 0 },
      { d: 10, k: 7, bias: 0, norm: 0 },
      { d: 10, k: 7, bias: 1, coefficients: "gaussian" as const },
      { d: 10, k: 7, bias: 1, norm: 5 },
      { d: 10, k: 7, bias: 1.5 },
    ].entries()) {
      const line = drawBiasStep({ psi, ...setting }, streams(i));
      const { value, gradientNorm, projectedGradientNorm } = line;
      const [values, slopes] = [valuesOf(line, ETAS), line.slopes(ETAS)];
      rows.push(
        `${psi.id} ${i}: ${exactly({ value, gradientNorm, projectedGradientNorm, values, slopes, u: line.ray().u, v: line.ray().v })}`,
        exactly({ roundings: line.at(ETAS).map(({ rounding }) => rounding), flip: { ...line.smallestFlip() } }),
      );
      expect(projectedGradientNorm).toBeLessThanOrEqual(gradientNorm);
      expect(slopes[0]).toBeCloseTo(projectedGradientNorm ** 2, 10);
      if (setting.d === 1) expect(values).toEqual(ETAS.map(() => value));
      // The usual length r² = d gives the same network as the other way to it.
      if (i === 5) {
        const nearly = drawBiasStep({ psi, ...setting, norm: 3 * (1 + 1e-15) }, streams(i));
        expect(nearly.value).toBeCloseTo(value, 12);
      }
    }
  expect(rows).toMatchSnapshot();
});

test("a bias unit must be there, finite, and alone only with a norm of 0", () => {
  const draw = (setting: object) => () => drawBiasStep({ psi: tanh, d: 3, k: 2, ...setting }, streams(0));
  expect(draw({})).toThrow(new RangeError("bias is null; it must be finite"));
  expect(draw({ bias: Number.NaN })).toThrow(new RangeError("bias is NaN; it must be finite"));
  expect(draw({ bias: 1, d: 1, norm: 2 })).toThrow(
    new RangeError("norm is 2; it must be 0 if the bias unit is all there is"),
  );
  expect(draw({ bias: 1, depth: 2 })).toThrow(new RangeError("depth is 2; it must be 1"));
});

test("steps without one, and along the universal direction, to the last bit", () => {
  const rows: string[] = [];
  for (const psi of [tanh, relu])
    for (const [i, setting] of [
      { d: 1, k: 1 },
      { d: 1, k: 6 },
      { d: 4, k: 6, coefficients: "gaussian" as const },
      { d: 4, k: 6, norm: 0 },
      { d: 4, k: 6, norm: 7 },
      { d: 2 ** 53, k: 9 },
    ].entries()) {
      const one = drawOneStep({ psi, ...setting }, streams(i));
      rows.push(
        exactly({ value: one.value, norm: one.gradientNorm, values: valuesOf(one, ETAS), slopes: one.slopes(ETAS) }),
        exactly({ v: one.ray().v, roundings: one.at(ETAS).map(({ rounding }) => rounding) }),
      );
      expect(one.slopes([0])[0]).toBeCloseTo(one.gradientNorm ** 2, 10);
      const universal = drawUniversalStep({ psi, ...setting }, streams(i));
      rows.push(
        exactly({ value: universal.value, norm: universal.directionNorm, values: valuesOf(universal, ETAS) }),
        exactly({ slopes: universal.slopes(ETAS), v: universal.ray().v }),
      );
      // Both are seen from one x by one network: Σ av/√k = ‖g‖².
      const { a, v } = universal.ray();
      const square = a.reduce((sum, t, l) => sum + t * v[l], 0) / Math.sqrt(a.length);
      expect(square / universal.directionNorm ** 2).toBeCloseTo(1, 10);
    }
  expect(rows).toMatchSnapshot();
});

test("several inputs along the universal direction, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, inputs] of [
    [1, 1],
    [1, 3],
    [2, 4],
    [5, 2],
    [2 ** 53, 3],
  ]) {
    const { directionNorm, at } = drawUniversalInputs({ psi: tanh, d, k: 5, inputs }, streams(inputs));
    rows.push(exactly({ directionNorm, values: at.map((one) => one.value), u: at.map((one) => one.ray().u) }));
    rows.push(exactly(at.map((one) => [...valuesOf(one, ETAS), ...one.slopes(ETAS)])));
    expect(at).toHaveLength(inputs);
  }
  const gaussian = drawUniversalInputs({ psi: tanh, d: 3, k: 5, inputs: 2, coefficients: "gaussian" }, streams(0));
  rows.push(exactly([gaussian.directionNorm, gaussian.at[1].value]));
  expect(rows).toMatchSnapshot();
  for (const inputs of [0, 1.5, 2 ** 16 + 1])
    expect(() => drawUniversalInputs({ psi: tanh, d: 3, k: 5, inputs }, streams(0))).toThrow(
      new RangeError(`inputs is ${inputs}; it must be an integer in [1, 2^16]`),
    );
});
