import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { MANY, nearActive } from "./near-active.js";
import type { ReluLayerScalars } from "./relu-scalars.js";

const streams = keyedStreams({ seed: "near", sampler: "pinned", parameters: {} });

const scalars = (active: number, hSquared: number | null): ReluLayerScalars => ({
  active,
  tau: 0.7,
  hSquared,
  bSquared: 0.5,
  bAcross: hSquared === null ? 0 : 0.4,
  above: 0.1,
});

// Pinned to the last bit: an error bound that changes must be seen.
test("near neurons by slices, to the last bit: in their slice, and what is left of the squares adds up", () => {
  const rows: string[] = [];
  expect(MANY).toBe(2 ** 17);
  for (const active of [1, 40, 12_000])
    for (const many of [MANY, 2 ** 13])
      for (const squares of [true, false]) {
        const hSquared = squares ? 0.49 * active * 1.02 : null;
        const random = streams(active);
        const slice = nearActive(
          scalars(active, hSquared),
          0.3 * Math.sqrt(active),
          9,
          random("z"),
          () => random("zn"),
          many,
        );
        let low = 0;
        let total = 0;
        let count = 0;
        for (const high of [0.01, 0.05, 0.2, 2, Infinity]) {
          const { z, sign, squaresLeft } = slice(low, high);
          rows.push(`${active} ${many} ${squares} ${high}: ${exactly({ z, sign, squaresLeft })}`);
          expect(z.every((t) => t >= low && t < high)).toBe(true);
          expect(sign.every((t) => (squares ? t === 1 : Math.abs(t) === 1))).toBe(true);
          total = z.reduce((sum, t, i) => sum + (squares ? t * t : sign[i] * t), total);
          count += z.length;
          if (hSquared !== null) expect(Math.abs(squaresLeft - (hSquared - total))).toBeLessThan(1e-9 * hSquared);
          if (!squares) expect(squaresLeft).toBeNaN();
          low = high;
        }
        // All there are, with the sum that was given.
        expect(count).toBe(active);
        expect(total / (hSquared ?? 0.3 * Math.sqrt(active))).toBeCloseTo(1, 8);
      }
  expect(rows).toMatchSnapshot();
});

test("where few would be left far away, all are drawn", () => {
  const random = streams(3);
  const slice = nearActive(scalars(9000, 4400), 30, 9, random("z"), () => random("zn"), 0);
  const first = slice(0, 0.001);
  const rest = slice(0.001, Infinity);
  expect(first.z.length + rest.z.length).toBe(9000);
  expect(exactly({ first: first.z, rest: rest.z, left: first.squaresLeft })).toMatchSnapshot();
});
