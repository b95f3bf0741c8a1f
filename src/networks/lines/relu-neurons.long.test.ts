import erfc from "@stdlib/math-base-special-erfc";
import { describe, expect, it } from "vitest";
import { distanceToLaw, dkwDistance } from "../../chance/dkw.js";
import { normal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { binomialPValue } from "../../chance/testing/binomial-test.js";
import { BLOCKS, STREAM_COMPONENTS } from "../kernels/layout.js";
import type { Machine } from "../kernels/machine.js";
import { wasmMachine } from "../kernels/wasm-machine.js";
import { activeNeurons } from "./active-neurons.js";
import { inactiveNeurons } from "./inactive-neurons.js";
import type { ReluSetting, VisitNeurons } from "./relu-setting.js";

const streams = keyedStreams({ seed: "kernels", sampler: "relu-neurons.test", parameters: {} });
const cdf = (t: number) => 0.5 * erfc(-t * Math.SQRT1_2);
const ALPHA = 1e-10;
const kernel = wasmMachine(BLOCKS)!;
const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, t, i) => sum + t * y[i], 0);
const sumOf = (x: readonly number[]) => x.reduce((sum, t) => sum + t, 0);

/** w and q of the near and of the far neurons. */
function seen(visit: (far: boolean, visit: VisitNeurons) => void, machine: Machine) {
  return [false, true].map((far) => {
    const [w, q]: [number[], number[]] = [[], []];
    visit(far, (wAt, qAt, count) => {
      w.push(...machine.f64.subarray(wAt / 8, wAt / 8 + count));
      q.push(...machine.f64.subarray(qAt / 8, qAt / 8 + count));
    });
    return { w, q };
  });
}
const settingOf = (draw: number, machine: Machine, border: number, ratio: number): ReluSetting => ({
  random: streams(draw),
  machine,
  border,
  ratio,
});

describe("active neurons", () => {
  const BORDER = 0.7;
  /** w ~ N(0, 1) and q = r, for Σw = √n·N(0, 1). */
  function active(n: number, draw: number, machine = kernel, border = BORDER) {
    const setting = settingOf(draw, machine, border, 0);
    const total = Math.sqrt(n) * normal(streams(draw)("total"));
    const neurons = activeNeurons(setting, { n, total }, () => ({ alpha: 0, push: 0, spread: 1 }));
    const [near, far] = seen(neurons.visit, machine);
    return { total, shift: neurons.shift(), near, far };
  }

  it.each([1, 2, 5, 4095, 4097, 20_000])("n = %d: Σw is what was asked for, Σr is 0, near and far are", (n) => {
    for (let draw = 0; draw < 20; draw++) {
      const { total, shift, near, far } = active(n, draw);
      expect(near.w.length + far.w.length).toBe(n);
      expect(Math.abs(sumOf(near.w) + sumOf(far.w) - total)).toBeLessThan(1e-11 * Math.sqrt(n));
      expect(Math.abs(sumOf(near.q) + sumOf(far.q))).toBeLessThan(1e-11 * Math.sqrt(n));
      expect(near.w.every((w) => Math.abs(w - shift) <= BORDER * (1 + 1e-12))).toBe(true);
      expect(far.w.every((w) => Math.abs(w - shift) >= BORDER * (1 - 1e-12))).toBe(true);
    }
  });

  /** r along directions independent of it, over its standard deviation: N(0, 1) each. */
  function coordinates(n: number, draws: number, machine: Machine): ReadonlyMap<string, Float64Array> {
    const rows: Record<string, number>[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const { near, far } = active(n, draw, machine);
      const w = [...near.w, ...far.w];
      const r = [...near.q, ...far.q];
      const m = near.w.length;
      /** r along a vector that is independent of it, over its standard deviation. */
      const along = (vector: readonly number[]) => {
        const mean = sumOf(vector) / n;
        const across = vector.map((t) => t - mean);
        return dot(across, r) / Math.sqrt(dot(across, across));
      };
      if (m === 0 || m === n) continue;
      const unit = (i: number) => r.map((_, j) => (j === i ? 1 : 0));
      const kind = r.map((_, j) => (j < m ? 1 : 0));
      rows.push({
        "r of the first near one": along(unit(0)),
        "r of the last far one": along(unit(n - 1)),
        "r over the near ones": along(kind),
        "r along w": along(w),
        "r across the kinds": along(r.map((_, j) => (j === 0 ? 1 : j === n - 1 ? -1 : 0))),
        // The first chunk has more near ones than a fifth of all.
        "r of some near ones against the others": along(
          r.map((_, j) => (5 * j < n ? 1 : j < m ? -n / Math.max(5 * m - n, 1) : 0)),
        ),
      });
    }
    const names = Object.keys(rows[0]);
    return new Map(names.map((name) => [name, Float64Array.from(rows, (row) => row[name])]));
  }
  const worst = (n: number, draws: number, machine = kernel) =>
    Math.max(
      ...[...coordinates(n, draws, machine).values()].map(
        (sample) => distanceToLaw(sample, cdf) / dkwDistance(sample.length, ALPHA),
      ),
    );

  it("have r ~ N(0, I − 11ᵀ/n), independent of w and of which are near", () => {
    expect(worst(5, 8000)).toBeLessThan(1);
    expect(worst(9000, 1000)).toBeLessThan(1);
  });

  it("would be caught if nothing but their sum were right, or the chunks had no sums of their own", () => {
    const even = wasmMachine(BLOCKS)!;
    const { shiftedRay } = even;
    even.shiftedRay = (w, q, count, ...rest) => {
      const omegas = even.f64.subarray(q / 8, q / 8 + count);
      omegas.fill(sumOf([...omegas]) / count);
      shiftedRay(w, q, count, ...rest);
    };
    expect(worst(5, 8000, even)).toBeGreaterThan(1);
    const still = wasmMachine(BLOCKS)!;
    const { fill } = still;
    still.fill = (out, count, stream) => {
      fill(out, count, stream);
      if (stream === STREAM_COMPONENTS) still.f64.fill(0, out / 8, out / 8 + count);
    };
    expect(worst(9000, 1000, still)).toBeGreaterThan(1);
  });

  it("have w ~ N(0, I_n)", () => {
    const n = 300;
    const sample = Float64Array.from(
      Array.from({ length: 700 }, (_, draw) => active(n, draw)).flatMap(({ near, far }) => [...near.w, ...far.w]),
    );
    expect(distanceToLaw(sample, cdf)).toBeLessThan(dkwDistance(sample.length, ALPHA));
    // And of its variance across 1 as well: χ² with n − 1 degrees is within 6.7 deviations but for 2e-11.
    const variance = sample.reduce((sum, t) => sum + t * t, 0) / sample.length;
    expect(Math.abs(variance - 1)).toBeLessThan(6.7 * Math.sqrt(2 / sample.length));
  });
});

describe("inactive neurons", () => {
  const RATIO = 0.3;
  function inactive(n: number, draw: number, machine = kernel, ratio = RATIO) {
    const ray = () => ({ alpha: 0, push: 7, spread: 1 });
    return seen(inactiveNeurons(settingOf(draw, machine, 1, ratio), n, ray), machine);
  }
  const N = 400_000;
  const nearChance = Math.atan(RATIO) / (Math.PI / 2);

  /** The least of the p-values, as multiples of ALPHA, and of the distances to laws, as multiples of what is allowed. */
  function flaw(machine: Machine): number {
    const [near, far] = inactive(N, 0, machine);
    if (binomialPValue(near.w.length, N, nearChance) < ALPHA) return 2;
    const flaws = [near, far].flatMap(({ w, q }, isFar) => {
      const angle = Float64Array.from(w, (x, i) => Math.atan(Math.abs(x / q[i])));
      const [low, high] = isFar ? [Math.atan(RATIO), Math.PI / 2] : [0, Math.atan(RATIO)];
      const square = Float64Array.from(w, (x, i) => x * x + q[i] * q[i]);
      const sides = [0, 1, 2].map((kind) => {
        const count = w.filter((x, i) => (kind === 0 ? x > 0 : kind === 1 ? q[i] > 0 : x > 0 === q[i] > 0)).length;
        return binomialPValue(count, w.length, 0.5) < ALPHA ? 2 : 0;
      });
      return [
        distanceToLaw(angle, (t) => Math.min(1, Math.max(0, (t - low) / (high - low)))) / dkwDistance(w.length, ALPHA),
        distanceToLaw(square, (t) => 1 - Math.exp(-t / 2)) / dkwDistance(w.length, ALPHA),
        ...sides,
      ];
    });
    return Math.max(...flaws);
  }

  it("are near as often as they should be, at uniform angles with exponential squares in either kind", () => {
    expect(flaw(kernel)).toBeLessThan(1);
    const [near, far] = inactive(5000, 1);
    expect(near.w.length + far.w.length).toBe(5000);
    expect(near.w.every((w, i) => Math.abs(w) <= RATIO * Math.abs(near.q[i]) * (1 + 1e-12))).toBe(true);
    expect(far.w.every((w, i) => Math.abs(w) > RATIO * Math.abs(far.q[i]))).toBe(true);
  });

  it("would be caught if the far ones were any, or w were ω", () => {
    const any = wasmMachine(BLOCKS)!;
    any.siftPairs = (_x, _y, count) => count;
    expect(flaw(any)).toBeGreaterThan(1);
    const same = wasmMachine(BLOCKS)!;
    const { siftPairs } = same;
    same.siftPairs = (x, y, count, ratio) => {
      same.f64.copyWithin(y / 8, x / 8, x / 8 + count);
      return siftPairs(x, y, count, ratio);
    };
    expect(flaw(same)).toBeGreaterThan(1);
  });
});
