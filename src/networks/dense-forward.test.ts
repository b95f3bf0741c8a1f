import { expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { exactly } from "../numbers/testing/exactly.js";
import { deferredForward } from "./deferred-forward.js";
import { deferredGradient } from "./deferred-gradient.js";
import { deferredLine } from "./deferred-line.js";
import { drawDeferredNetwork } from "./deferred-network.js";
import { deferredValue } from "./deferred-value.js";
import { adjoints } from "./dense-adjoints.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { checkLength, forward } from "./dense-forward.js";
import { gradient } from "./dense-gradient.js";
import { hessian } from "./dense-hessian.js";
import { hessianProduct } from "./dense-hessian-product.js";
import { drawSphereInput } from "./dense-input.js";
import { denseLine } from "./dense-line.js";
import { secondDerivativeOf } from "./dense-second-derivative.js";
import { value } from "./dense-value.js";
import { descendToFlip } from "./descent.js";
import { valuesOf } from "./line.js";
import { lineThrough } from "./line-through.js";

const streams = keyedStreams({ seed: "dense", sampler: "pinned", parameters: {} });
const SETTINGS = [
  { psi: tanh, d: 1, k: 1 },
  { psi: tanh, d: 5, k: 7, coefficients: "gaussian" },
  { psi: relu, d: 4, k: [6, 9, 4], initialisation: "he" },
  { psi: tanh, d: 3, k: [5, 2], initialisation: "he", coefficients: "gaussian" },
  { psi: tanh, d: 300, k: 9, depth: 2 },
] as const;

// Pinned to the last bit: a draw or a formula that changes must be seen.
test("networks in memory, their values and derivatives, to the last bit; f to first and second order", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries()) {
    const network = drawDenseNetwork(setting, streams(n));
    const { d, k } = network;
    const x = drawSphereInput(d, undefined, streams(n));
    const z = forward(network, x);
    const slope = gradient(network, x);
    rows.push(`${n}: ${exactly({ d, k, weights: network.weights, a: network.coefficients, x, z })}`);
    rows.push(exactly({ g: adjoints(network, z), value: value(network, x), slope }));
    const v = Float64Array.from({ length: d }, (_, i) => Math.cos(1 + i));
    const moved = (h: number) => x.map((t, i) => t + h * v[i]);
    const along = slope.reduce((sum, t, i) => sum + t * v[i], 0);
    expect((value(network, moved(1e-6)) - value(network, moved(-1e-6))) / 2e-6).toBeCloseTo(along, 7);
    if (setting.psi === relu) continue;
    const image = hessianProduct(network, x, v);
    rows.push(exactly({ image, hessian: d < 10 ? hessian(network, x) : null }));
    const [up, down] = [1e-5, -1e-5].map((h) => gradient(network, moved(h)));
    for (let i = 0; i < d; i += 7) expect((up[i] - down[i]) / 2e-5).toBeCloseTo(image[i], 7);
  }
  expect(rows).toMatchSnapshot();
});

test("networks known by their products, to the last bit: one network as long as it is asked", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries()) {
    const network = drawDeferredNetwork(setting, streams(n));
    const x = drawSphereInput(network.d, 2, streams(n));
    rows.push(`${n}: ${exactly({ value: deferredValue(network, x), gradient: deferredGradient(network, x) })}`);
    const line = deferredLine(network, x);
    rows.push(exactly([valuesOf(line, [0, 0.5, -2]), line.gradientNorm, deferredForward(network, x)]));
    expect(line.value).toBeCloseTo(deferredValue(network, x), 12);
    expect([network.k, network.depth]).toEqual([network.layers.at(-1)!.rows, network.layers.length]);
  }
  expect(rows).toMatchSnapshot();
});

test("lines of networks in memory and descents, to the last bit", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries()) {
    const network = drawDenseNetwork(setting, streams(n));
    const x = drawSphereInput(network.d, undefined, streams(n));
    const line = denseLine(network, x);
    rows.push(exactly({ value: line.value, norm: line.gradientNorm, values: valuesOf(line, [0, 0.5, -2]) }));
    rows.push(exactly({ ...line.smallestFlip({ tolerance: 1e-3 }) }));
    expect(line.gradientNorm).toBeCloseTo(Math.hypot(...gradient(network, x)), 12);
    for (const options of [{}, { steps: 1 }, { steps: 7, longest: 0.01 }, { longest: 9 }])
      rows.push(`${n} ${JSON.stringify(options)}: ${exactly({ ...descendToFlip(network, x, options) })}`);
  }
  expect(rows).toMatchSnapshot();
});

test("a line asks for value and gradient once, when first needed", () => {
  const asked: string[] = [];
  const line = lineThrough(
    Float64Array.of(3, 4),
    (x) => {
      asked.push(`f(${x.join(" ")})`);
      return x[0];
    },
    (x) => {
      asked.push(`∇f(${x.join(" ")})`);
      return Float64Array.of(1, 0);
    },
  );
  expect(asked).toEqual([]);
  expect([line.value, line.value, line.gradientNorm, line.gradientNorm]).toEqual([3, 3, 1, 1]);
  expect(line.at([2, 0])).toEqual([5, 3].map((value) => ({ value, rounding: Infinity })));
  expect(asked).toEqual(["f(3 4)", "∇f(3 4)", "f(5 4)", "f(3 4)"]);
  expect(() => line.at([1, Number.NaN])).toThrow(new RangeError("eta is NaN; it must be finite"));
  const { lower, upper } = line.smallestFlip()!;
  expect([lower < 3 + 1e-9, upper > 3]).toEqual([true, true]);
});

test("lengths and activations are checked by name", () => {
  const network = drawDenseNetwork({ psi: relu, d: 2, k: 2 }, streams(0));
  checkLength("x", new Float64Array(2), network);
  expect(() => checkLength("w", new Float64Array(3), network)).toThrow(
    new RangeError("w has length 3; it must have length d = 2"),
  );
  expect(() => secondDerivativeOf(network)).toThrow(
    new RangeError("activation is relu; for a Hessian it must have a second derivative"),
  );
  expect(() =>
    deferredForward(drawDeferredNetwork({ psi: tanh, d: 2, k: 2 }, streams(0)), new Float64Array(1)),
  ).toThrow(new RangeError("x has length 1; it must have length d = 2"));
  expect(() => drawDenseNetwork({ psi: tanh, d: 2 ** 20, k: 2 ** 11 + 1 }, streams(0))).toThrow(
    new RangeError("d and k are 1048576 and 2049; a layer of a dense network must have at most 2^31 weights"),
  );
  expect(() => drawDenseNetwork({ psi: tanh, d: 2, k: [2 ** 16, 2 ** 16, 1] }, streams(0))).toThrow(
    new RangeError("d and k are 2 and 65536,65536,1; a layer of a dense network must have at most 2^31 weights"),
  );
  expect(() => drawDeferredNetwork({ psi: tanh, d: 2 ** 32, k: 1 }, streams(0))).toThrow(
    new RangeError("d is 4294967296; it must be an integer in [1, 2^31]"),
  );
  expect(() => drawDeferredNetwork({ psi: tanh, d: 1, k: 2 ** 32 }, streams(0))).toThrow(
    new RangeError("k is 4294967296; it must be an integer in [1, 2^31]"),
  );
});
