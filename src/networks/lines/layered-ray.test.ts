import { expect, test } from "vitest";
import { leakyRelu } from "../../activations/leaky-relu.js";
import { relu } from "../../activations/relu.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { layeredFlip, layeredValue } from "./layered-ray.js";
import { drawOneStep } from "./one-step.js";
import { drawSharedLines } from "./shared-network.js";

const SHAPES = [
  { psi: relu, d: 5, k: 5, depth: 1 },
  { psi: relu, d: 5, k: 5, depth: 3, initialisation: "he" },
  { psi: relu, d: 2, k: 12, depth: 4, initialisation: "he" },
  { psi: leakyRelu, d: 3, k: 6, depth: 2, coefficients: "gaussian" },
] as const;

test.each(SHAPES)("$psi.id, d = $d, k = $k, L = $depth: no earlier flip, and one there", (shape) => {
  const streams = keyedStreams({ seed: "walk", sampler: "layered", parameters: { ...shape, psi: shape.psi.id } });
  let [flipped, stayed] = [0, 0];
  for (let i = 0; i < 150; i++) {
    const [line] = drawSharedLines({ ...shape, inputs: 1 }, streams(i), { dense: true });
    const flip = line.smallestFlip();
    const sign = Math.sign(line.value);
    const g = (t: number) => sign * line.at([-sign * t])[0].value;
    const end = flip === null ? 20 : flip.lower;
    // 1e-12 of f, for sums that are 0 but for rounding.
    for (let j = 0; j < 500; j++) expect(g((end * j) / 500)).toBeGreaterThanOrEqual(-1e-12 * Math.abs(line.value));
    if (flip === null) stayed++;
    else {
      expect(g(flip.upper * (1 + 1e-7))).toBeLessThan(0);
      flipped++;
    }
  }
  expect(flipped).toBeGreaterThan(20);
  if (shape.psi === relu) expect(stayed).toBeGreaterThan(5);
});

test("a network that dies on the way has f = 0 there, exactly, and does not flip", () => {
  const streams = keyedStreams({ seed: "dead", sampler: "layered", parameters: {} });
  let died = 0;
  for (let i = 0; i < 400; i++) {
    const [line] = drawSharedLines({ psi: relu, d: 8, k: 2, depth: 2, inputs: 1 }, streams(i), { dense: true });
    if (line.value === 0) {
      expect(line.gradientNorm).toBe(0);
      expect(line.smallestFlip()).toBeNull();
    } else if (line.smallestFlip() === null && line.at([-20 * Math.sign(line.value)])[0].value === 0) died++;
  }
  expect(died).toBeGreaterThan(20);
});

test("for one layer it is what breakpoints in order find", () => {
  // The same share of flips, and the same median, of 2000 draws each: 0.2 apart in either with probability below 1e-9.
  const streams = keyedStreams({ seed: "one", sampler: "layered", parameters: {} });
  const shape = { psi: relu, d: 6, k: 8 };
  const share = (draw: (i: number) => number | undefined) => {
    let found = 0;
    for (let i = 0; i < 2000; i++) if ((draw(i) ?? 20) < 1) found++;
    return found / 2000;
  };
  const walked = share(
    (i) => drawSharedLines({ ...shape, inputs: 1 }, streams(i), { dense: true })[0].smallestFlip()?.upper,
  );
  const plain = share((i) => drawOneStep(shape, streams(2000 + i)).smallestFlip()?.upper);
  expect(Math.abs(walked - plain)).toBeLessThan(0.2);
});

// Pinned to the last bit: a draw that changes must be seen.
test("flips of planted networks, to the last bit: a root of f, or a jump over it", () => {
  const rows: string[] = [];
  const matrix = (m: number, n: number, at: number) => ({
    product: (v: Float64Array) =>
      Float64Array.from(
        { length: m },
        (_, i) => v.reduce((sum, t, j) => sum + t * Math.sin(at + 3 * i + 5 * j), 0) / Math.sqrt(n),
      ),
  });
  for (const psi of [relu, leakyRelu])
    for (const depth of [1, 2, 3])
      for (let n = 0; n < 6; n++) {
        const vector = (shift: number) => Float64Array.from({ length: 5 }, (_, i) => Math.cos(n + shift + 2 * i));
        const ray = {
          activation: psi,
          a: vector(0.3).map(Math.sign),
          u: vector(1),
          v: vector(2),
          upper: Array.from({ length: depth - 1 }, (_, l) => matrix(5, 5, n + l)),
        };
        const value = layeredValue(ray, 0);
        const found = [undefined, 0.5, 1e6].map((limit) => layeredFlip(ray, value, limit));
        rows.push(`${psi.id} ${depth} ${n}: ${exactly([value, layeredValue(ray, 1)])} ${found.join(" ")}`);
        for (const flip of found)
          if (flip !== null) expect(Math.abs(layeredValue(ray, -Math.sign(value) * flip))).toBeLessThan(1e-9);
      }
  expect(rows).toMatchSnapshot();
});

test("from 0 there is no flip, and a limit that is not positive is refused", () => {
  const ray = { activation: relu, a: Float64Array.of(1), u: Float64Array.of(1), v: Float64Array.of(1), upper: [] };
  expect(layeredFlip(ray, 0)).toBeNull();
  for (const limit of [0, -1, Number.NaN])
    expect(() => layeredFlip(ray, 1, limit)).toThrow(new RangeError(`limit is ${limit}; it must be positive`));
  const line = { ...ray, activation: leakyRelu };
  expect(layeredFlip({ ...line, u: Float64Array.of(19) }, 19)).toBe(19);
  expect(layeredFlip({ ...line, u: Float64Array.of(20) }, 20)).toBeNull();
  expect(layeredFlip({ ...line, u: Float64Array.of(20) }, 20, 21)).toBe(20);
});
