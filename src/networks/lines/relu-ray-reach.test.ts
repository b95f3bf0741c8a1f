import erfc from "@stdlib/math-base-special-erfc";
import { afterEach, expect, test, vi } from "vitest";
import { keyedStreams } from "../../chance/streams.js";

afterEach(() => vi.doUnmock("./relu-layer.js"));

// All of a layer's 2k variables, a side and a neuron each, are within reach but with probability 2⁻⁵⁶: too little for
// draws to show, so the reach itself is held to the normal tail.
test.each([1, 100, 1e6])("neurons are looked for as far as the 2⁻⁵⁶ of the ray law asks: k = %d", async (k) => {
  const reaches: number[] = [];
  vi.resetModules();
  vi.doMock("./relu-layer.js", async (original) => {
    const whole = await original<typeof import("./relu-layer.js")>();
    const reluLayer: typeof whole.reluLayer = (scalars, setting, random) => {
      reaches.push(setting.reach);
      return whole.reluLayer(scalars, setting, random);
    };
    return { ...whole, reluLayer };
  });
  const { drawReluRay } = await import("./relu-ray.js");
  for (let draw = 0; reaches.length === 0 && draw < 64; draw++) {
    const random = keyedStreams({ seed: "reach", sampler: "relu-ray", parameters: { k } })(draw);
    drawReluRay({ d: 10, k }, random).at([0.01]);
  }
  const [reach] = reaches;
  const missed = (at: number) => 2 * k * erfc(at / Math.SQRT2);
  expect(missed(reach)).toBeLessThanOrEqual(2 ** -56);
  // And no further than it takes: a tenth less would not do.
  expect(missed(0.9 * reach)).toBeGreaterThan(2 ** -56);
});
