import { describe, expect, test } from "vitest";
import { erf } from "../../activations/erf.js";
import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";
import { valuesOf } from "../line.js";
import type { Setting } from "../setting.js";
import { drawRay } from "./ray-draw.js";

const streams = keyedStreams({ seed: "ray", sampler: "ray-test", parameters: {} });
const shape = { psi: tanh, d: 50, k: 40, depth: 3, initialisation: "he" } as const satisfies Setting;

/** The values at those η's of a draw. */
const valuesAt = (setting: Setting, etas: readonly number[], random: Streams) =>
  valuesOf(drawRay(setting, random), etas);

/** Streams that note which names were asked for. */
function noted(random: Streams): { readonly names: string[]; readonly random: Streams } {
  const names: string[] = [];
  return {
    names,
    random: (name) => {
      names.push(name);
      return random(name);
    },
  };
}

test("value, gradient and ray read streams of their own, each once, and only when asked for", () => {
  const { names, random } = noted(streams(0));
  const draw = drawRay(shape, random);
  expect(names).toEqual([]);
  expect(draw.value).toBe(draw.value);
  expect(names.toSorted()).toEqual(["a", "z1", "z2", "z3"]);
  expect(draw.gradientNorm).toBeGreaterThan(0);
  expect(names.slice(4).toSorted()).toEqual(["chi", "g2", "g3"]);
  const values = valuesOf(draw, [1, -2]);
  expect(values).toHaveLength(2);
  expect(names.slice(7).toSorted()).toEqual(["xi1", "xi2.1", "xi2.2", "xi3.1", "xi3.2"]);
  expect(valuesAt(shape, [1, -2], streams(0))).toEqual(values);
});

test("value and gradient do not depend on the η's, and what is added last does not change what was before", () => {
  const [few, more] = [drawRay(shape, streams(1)), drawRay(shape, streams(1))];
  expect(valuesOf(more, [0.3, -2, 5]).slice(0, 2)).toEqual(valuesOf(few, [0.3, -2]));
  expect(more.gradientNorm).toBe(few.gradientNorm);
  expect(more.value).toBe(few.value);
});

describe.each([1, 2, 4])("L = %d", (depth) => {
  const given = { ...shape, depth };

  test("equal η's have equal values and η = 0 has f(x), to the last bit; no η has none", () => {
    const draw = drawRay(given, streams(2));
    const values = valuesOf(draw, [2, 0, -1, 2, -0, -1, 2]);
    expect(values).toEqual([2, 0, -1, 2, 0, -1, 2].map((eta) => values[[2, 0, -1].indexOf(eta)]));
    expect(values[1]).toBe(draw.value);
    expect(draw.at([])).toHaveLength(0);
  });

  test("near points have near values, down to differences of 1e-9 and below what the vectors can tell", () => {
    for (const [gap, known] of [
      [1e-4, 1e-3],
      [1e-7, 1e-5],
      [1e-9, 1e-3],
    ]) {
      const etas = [1, 1 + gap, 1 + 2 * gap, 1 + 3 * gap];
      const [first, second, third, fourth] = valuesAt(given, etas, streams(3));
      const slope = (second - first) / gap;
      expect(Math.abs((third - second) / gap / slope - 1)).toBeLessThan(known + 1e3 * gap);
      expect(Math.abs((fourth - third) / gap / slope - 1)).toBeLessThan(known + 1e3 * gap);
    }
    const [first, second] = valuesAt(given, [1, 1 + 1e-15], streams(3));
    expect(Math.abs(second - first)).toBeLessThan(1e-12);
  });

  test("the slope at η = 0 is ‖∇f(x)‖²", () => {
    for (const psi of [tanh, softplus, erf]) {
      const draw = drawRay({ ...given, psi }, streams(4));
      const [up, down] = valuesOf(draw, [1e-5, -1e-5]);
      expect(Math.abs((up - down) / 2e-5 / draw.gradientNorm ** 2 - 1)).toBeLessThan(1e-8);
    }
  });

  test("ReLU of one neuron a layer: dead layers give 0, others are homogeneous along the ray", () => {
    let dead = 0;
    for (let draw = 0; draw < 200; draw++) {
      const one = drawRay({ psi: relu, d: 1, k: 1, depth }, streams(draw));
      const values = valuesOf(one, [1e-3, 7, -0.2]);
      if (one.value === 0) {
        dead++;
        expect(one.gradientNorm).toBe(0);
        expect(values.every((t) => t === 0)).toBe(true);
      } else {
        // With d = 1 and ‖x‖ = 1, f(cx) = c·f(x) for c > 0 and ∇f = f(x)/x. Nothing is left of the normal variables
        // that are projected off the one direction there is, but their rounding, absolute and not relative to f.
        expect(Math.abs(Math.abs(one.value) - one.gradientNorm)).toBeLessThan(1e-13);
        const c = 1 + 1e-3 * one.value;
        expect(Math.abs(values[0] - c * one.value)).toBeLessThan(1e-13);
      }
    }
    expect(dead).toBeGreaterThan(0);
    expect(dead).toBeLessThan(200);
  });
});

test("many η's on a narrow network: more points than dimensions", () => {
  const etas = Array.from({ length: 40 }, (_, i) => i / 4 - 5);
  const { names, random } = noted(streams(5));
  const draw = drawRay({ ...shape, k: 4 }, random);
  const values = valuesOf(draw, etas);
  expect(values.every(Number.isFinite)).toBe(true);
  expect(values[20]).toBe(draw.value);
  // h takes one of four dimensions, so at most three directions in each of layers 2 and 3.
  expect(names.filter((name) => name.startsWith("xi")).length).toBeLessThanOrEqual(7);
});

test("d up to 2^53, and any norm", () => {
  for (const d of [1, 2, 1e15, 2 ** 53])
    for (const norm of [undefined, 1e-100, 1e100]) {
      const draw = drawRay({ ...shape, d, ...(norm === undefined ? {} : { norm }) }, streams(6));
      expect(Number.isFinite(draw.value + draw.gradientNorm)).toBe(true);
      expect(Number.isFinite(draw.at([1e-3])[0].value)).toBe(true);
    }
});

test.each<[object, string]>([
  [{ d: 0 }, "d is 0; it must be an integer in [1, 2^53]"],
  [{ k: 2 ** 31 + 1 }, "k is 2147483649; it must be an integer in [1, 2^31]"],
  [{ depth: 0.5 }, "depth is 0.5; it must be an integer in [1, 2^20]"],
  [{ norm: 0 }, "norm is 0; it must be finite and > 0"],
  [{ initialisation: "xavier" }, 'initialisation is "xavier"; it must be one of fan-in, he'],
  [{ coefficients: "uniform" }, 'coefficients is "uniform"; it must be one of rademacher, gaussian'],
])("%o is refused", (wrong, message) => {
  expect(() => drawRay(Object.assign({ ...shape }, wrong), streams(7))).toThrow(new RangeError(message));
});

test("an η that is not finite is refused", () => {
  const message = "eta is NaN; it must be finite";
  expect(() => drawRay(shape, streams(7)).at([1, Number.NaN])).toThrow(new RangeError(message));
});
