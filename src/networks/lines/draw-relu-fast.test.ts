import { describe, expect, it } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { BLOCKS } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { valuesOf } from "../line.js";
import { drawReluFast } from "./draw-relu-fast.js";

const streams = keyedStreams({ seed: "kernels", sampler: "draw-relu-fast.test", parameters: {} });
const kernel = wasmMachine(BLOCKS)!;

/** A machine whose own `flipped` is given something else, or nothing. */
function withFlipped(change: (flipped: Machine["flipped"]) => Machine["flipped"]): Machine {
  const machine = wasmMachine(BLOCKS)!;
  machine.flipped = change(machine.flipped);
  return machine;
}

/** f, ‖∇f‖ and points on the ray as they show in one network of which every neuron is seen. */
describe("every number is that of one network", () => {
  const FAR = 1e9;

  /** The largest error of values and slopes at `etas`, in units of the bound that the draw states, and flips seen. */
  function worst(
    d: number,
    k: number,
    draw: number,
    etas: readonly number[],
    change: (machine: Machine) => void = () => {},
  ) {
    const active: (readonly [number, number])[] = [];
    const inactive: (readonly [number, number])[] = [];
    let isWatched = false;
    const machine = withFlipped((flipped) => (w, q, count, eta, sign, sum) => {
      if (isWatched)
        for (let i = 0; i < count; i++)
          (sign < 0 ? active : inactive).push([machine.f64[w / 8 + i], machine.f64[q / 8 + i]]);
      flipped(w, q, count, eta, sign, sum);
    });
    change(machine);
    const drawn = drawReluFast({ d, k }, streams(draw), { machine });
    const values = valuesOf(drawn, etas);
    const slopes = drawn.slopes(etas);
    isWatched = true;
    valuesOf(drawn, [FAR]);
    expect(active.length + inactive.length).toBe(k);
    let flips = 0;
    const errors = [0, ...etas].flatMap((eta, i) => {
      let [value, slope] = [0, 0];
      for (const [neurons, isActive] of [
        [active, true],
        [inactive, false],
      ] as const)
        for (const [w, q] of neurons) {
          const y = w + eta * q;
          const flip = y > 0 !== w > 0;
          if (flip) flips++;
          if (flip === isActive) continue;
          value += y;
          slope += q;
        }
      // The sums here have errors of their own, k·2⁻⁵³ of their terms at worst.
      const bound = drawn.at([eta])[0].rounding + 2 ** -50 * Math.sqrt(k) * (1 + Math.abs(eta));
      const [own, ownSlope] = i === 0 ? [drawn.value, drawn.gradientNorm ** 2] : [values[i - 1], slopes[i - 1]];
      return [Math.abs(own - value / Math.sqrt(k)) / bound, Math.abs(ownSlope - slope / Math.sqrt(k)) / bound];
    });
    return { error: Math.max(...errors), flips };
  }

  it.each([
    [5, 3000],
    [5000, 30_000],
    [1e6, 30_000],
    [1, 10],
    [1e15, 20_000],
  ])("d = %d, k = %d", (d, k) => {
    for (let draw = 0; draw < 3; draw++)
      expect(worst(d, k, draw, [1e-3, -0.5, 1, 2, -4, 4, 5, -30, 400]).error).toBeLessThan(1);
  });

  it("has flips among those", () => {
    expect(worst(5000, 30_000, 0, [0.5]).flips).toBeGreaterThan(20);
    expect(worst(1e6, 30_000, 0, [400]).flips).toBeGreaterThan(1000);
  });

  it("would be caught if neurons that may flip were called far, or w were not moved to its sum", () => {
    const narrow = worst(5000, 30_000, 0, [3], (machine) => {
      const { sift } = machine;
      machine.sift = (x, count, bound, far) => sift(x, count, bound / 20, far);
    });
    expect(narrow.error).toBeGreaterThan(10);
    const unmoved = worst(5000, 30_000, 0, [3], (machine) => {
      const { shiftedRay } = machine;
      machine.shiftedRay = (w, q, count, shift, ...rest) => {
        shiftedRay(w, q, count, shift + 1e-9, ...rest);
      };
    });
    expect(unmoved.error).toBeGreaterThan(10);
  });
});

describe("what is asked for", () => {
  it("does not change what is drawn, nor does what others draw in between", () => {
    const [d, k] = [1e5, 20_000];
    const etas = [0.5, 1e4, -3, 40];
    const one = drawReluFast({ d, k }, streams(0), { machine: kernel });
    const expected = valuesOf(one, etas);
    const other = drawReluFast({ d, k }, streams(0), { machine: kernel });
    for (const i of [1, 3, 0, 2]) {
      valuesOf(drawReluFast({ d, k: 3000 }, streams(i + 1), { machine: kernel }), [i, 1e3]);
      expect(valuesOf(other, [etas[i]])).toEqual([expected[i]]);
      expect(other.slopes([etas[i]])).toEqual([one.slopes(etas)[i]]);
    }
    const third = drawReluFast({ d, k }, streams(0), { machine: kernel });
    expect(third.gradientNorm).toBe(one.gradientNorm);
    for (const i of [2, 1, 0, 3]) expect(valuesOf(third, [etas[i]])).toEqual([expected[i]]);
  });

  it("is the same whether the neurons fit in memory or not", () => {
    // 2^20 near neurons and more are not kept at d = 5.
    const [d, k] = [5, 1_200_000];
    const drawn = drawReluFast({ d, k }, streams(1), { machine: kernel });
    const [first, second] = valuesOf(drawn, [0.3, -1]);
    const again = drawReluFast({ d, k }, streams(1), { machine: kernel });
    expect(valuesOf(again, [-1])).toEqual([second]);
    expect(valuesOf(again, [0.3])).toEqual([first]);
  });

  it("f and ‖∇f‖ take no neuron, for any width", () => {
    const machine = wasmMachine(BLOCKS)!;
    machine.fill = () => {
      throw new Error("a neuron was drawn");
    };
    const drawn = drawReluFast({ d: 1e15, k: 2 ** 53 }, streams(2), { machine });
    expect(Math.abs(drawn.gradientNorm ** 2 - 0.5)).toBeLessThan(1e-6);
    expect(Math.abs(drawn.value)).toBeLessThan(6);
    expect(() => valuesOf(drawn, [1])).toThrow("a neuron was drawn");
  });

  it("tells how far it is and can be given up", () => {
    const seen: number[] = [];
    valuesOf(
      drawReluFast({ d: 1e6, k: 5e6 }, streams(3), { machine: kernel, progress: (done) => seen.push(done) }),
      [1],
    );
    expect(seen.slice(0, 2)).toEqual([2 ** 20, 2 ** 21]);
    const enough = new Error("enough");
    const progress = () => {
      throw enough;
    };
    expect(() =>
      valuesOf(drawReluFast({ d: 1e6, k: 2 ** 53 }, streams(3), { machine: kernel, progress }), [1]),
    ).toThrow(enough);
  });
});
