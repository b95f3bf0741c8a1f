import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { reluFlip } from "./relu-flip.js";
import { drawReluRay } from "./relu-ray.js";
import { sampledFlip } from "./sampled-flip.js";

const streams = keyedStreams({ seed: "relu-flip", sampler: "relu-flip-test", parameters: {} });

test("values on either side have either sign, and the sampled flip agrees", () => {
  let found = 0;
  for (let i = 0; i < 200; i++) {
    const [d, k] = [[5, 40, 3000, 1e6][i % 4], [3, 50, 2000, 30_000][(i >> 2) % 4]];
    const draw = drawReluRay({ d, k }, streams(i));
    const { value } = draw;
    const flip = reluFlip(draw);
    const sampled = sampledFlip(draw, { gap: 0.5 });
    if (flip === null || sampled === null) {
      // Seen point by point, a flip there and back may be missed, and no other.
      if (flip === null) expect(sampled).toBeNull();
      continue;
    }
    found++;
    const g = (t: number) => Math.sign(value) * draw.at([-Math.sign(value) * t])[0].value;
    // 0 where the network has died, and an inactive neuron turns it.
    expect(g(flip.lower * (1 - 1e-7))).toBeGreaterThanOrEqual(0);
    expect(g(flip.upper * (1 + 1e-7))).toBeLessThan(0);
    expect(sampled.upper).toBeGreaterThan(flip.lower * (1 - 1e-9));
    if (sampled.upper < flip.upper + 0.5) expect(Math.abs(sampled.lower / flip.upper - 1)).toBeLessThan(2e-6);
  }
  expect(found).toBeGreaterThan(150);
});

test("limits are kept: a flip beyond is none, and a further limit finds it", () => {
  for (let i = 0; i < 50; i++) {
    const draw = () => drawReluRay({ d: 1000, k: 300 }, streams(i));
    const flip = reluFlip(draw(), 1e6);
    if (flip === null) continue;
    expect(reluFlip(draw(), flip.upper * (1 - 1e-9))).toBeNull();
    expect(reluFlip(draw(), flip.upper * (1 + 1e-9))?.upper).toBeCloseTo(flip.upper, 12);
  }
});

test("what is no limit, and deeper networks, are refused", () => {
  const draw = drawReluRay({ d: 10, k: 10 }, streams(0));
  expect(() => reluFlip(draw, 0)).toThrow(new RangeError("limit is 0; it must be positive"));
  expect(() => reluFlip(drawReluRay({ d: 10, k: 10, depth: 2 }, streams(3)))).toThrow(
    new RangeError("depth is 2; it must be 1"),
  );
});

// Pinned to the last bit: a draw that changes must be seen.
test("how far one looks: from just beyond the tangent's root, twice as far each time, and not beyond the limit", () => {
  const streams = keyedStreams({ seed: "relu flip", sampler: "pinned", parameters: {} });
  const rows: string[] = [];
  for (let draw = 0; draw < 6; draw++)
    for (const limit of [undefined, 0.9]) {
      const line = drawReluRay({ d: 4, k: 12 }, streams(draw));
      const asked: number[] = [];
      const found = reluFlip(
        {
          value: line.value,
          gradientNorm: line.gradientNorm,
          rayUpTo: (reached) => {
            asked.push(reached);
            return line.rayUpTo(reached);
          },
        },
        limit,
      );
      rows.push(`${draw} ${limit}: ${found === null ? "none" : exactly({ ...found })}, ${asked.join(" ")}`);
      expect(asked[0]).toBe((1.125 * Math.abs(line.value)) / line.gradientNorm ** 2);
    }
  expect(rows).toMatchSnapshot();
  const line = drawReluRay({ d: 4, k: 12 }, streams(0));
  for (const limit of [0, -1, Number.NaN])
    expect(() => reluFlip(line, limit)).toThrow(new RangeError(`limit is ${limit}; it must be positive`));
  expect(reluFlip({ ...line, value: 0 })).toBeNull();
  expect(reluFlip({ ...line, gradientNorm: 0 })).toBeNull();
});
