import { describe, expect, test } from "vitest";
import { relu } from "../activations/relu.js";
import { tanh } from "../activations/tanh.js";
import { keyedStreams } from "../chance/streams.js";
import { deferredLine } from "./deferred-line.js";
import { drawDeferredNetwork } from "./deferred-network.js";
import { drawDenseNetwork } from "./dense-draw.js";
import { drawSphereInput } from "./dense-input.js";
import { denseLine } from "./dense-line.js";
import { type Line, valuesOf } from "./line.js";
import type { Setting } from "./setting.js";

const streams = keyedStreams({ seed: "line-through", sampler: "line-through-test", parameters: {} });
const setting = { psi: tanh, d: 40, k: 30, depth: 2 } as const;

const LINES: Readonly<Record<string, (given: Setting, i: number) => Line>> = {
  dense: (given, i) => denseLine(drawDenseNetwork(given, streams(i)), drawSphereInput(given.d, undefined, streams(i))),
  deferred: (given, i) =>
    deferredLine(drawDeferredNetwork(given, streams(i)), drawSphereInput(given.d, undefined, streams(i))),
};

describe.each(Object.entries(LINES))("%s", (_, draw) => {
  test("starts at f(x) with slope ‖∇f(x)‖²", () => {
    const line = draw(setting, 0);
    const [start, up, down] = valuesOf(line, [0, 1e-5, -1e-5]);
    expect(start).toBeCloseTo(line.value, 12);
    expect((up - down) / 2e-5 / line.gradientNorm ** 2).toBeCloseTo(1, 6);
  });

  test("flips where it says, and not before", () => {
    let found = 0;
    for (let i = 0; i < 20; i++) {
      const line = draw({ ...setting, psi: relu }, i);
      const flip = line.smallestFlip();
      if (flip === null) continue;
      found++;
      const [before, after] = valuesOf(
        line,
        [flip.lower, flip.upper].map((t) => -Math.sign(line.value) * t),
      );
      expect(before * line.value).toBeGreaterThanOrEqual(0);
      expect(after * line.value).toBeLessThan(0);
    }
    expect(found).toBeGreaterThan(10);
  });

  test("an η that is not finite is refused", () => {
    expect(() => draw(setting, 0).at([Infinity])).toThrow(new RangeError("eta is Infinity; it must be finite"));
  });
});
