import erfc from "@stdlib/math-base-special-erfc";
import { expect, test } from "vitest";
import { distanceToLaw, dkwDistance } from "./dkw.js";
import { normalBeyond } from "./normal-beyond.js";
import { keyedStreams } from "./streams.js";

const DRAWS = 100_000;
const THRESHOLD = dkwDistance(DRAWS, 1e-11);
const streams = keyedStreams({ seed: "beyond", sampler: "normal-beyond.test", parameters: {} });
const tail = (t: number) => erfc(t * Math.SQRT1_2);

test.each([-7, -0.4, 0, 0.5, 0.51, 1, 4, 12, 36])("has the law of N(0, 1) beyond %d", (low) => {
  const bits = streams(0)(`beyond ${low}`);
  const sample = Float64Array.from({ length: DRAWS }, () => normalBeyond(low, bits));
  expect(Math.min(...sample.subarray(0, 1000))).toBeGreaterThan(low);
  expect(distanceToLaw(sample, (t) => 1 - tail(t) / tail(low))).toBeLessThan(THRESHOLD);
  const narrower = low + 0.02 / Math.max(1, low);
  expect(distanceToLaw(sample, (t) => 1 - tail(Math.max(t, narrower)) / tail(narrower))).toBeGreaterThan(
    low > -1 ? THRESHOLD : 0,
  );
});

test("is found among few", () => {
  let words = 0;
  const source = streams(1)("words");
  const counted = () => {
    words++;
    return source();
  };
  for (let i = 0; i < 1000; i++) normalBeyond(30, counted);
  expect(words).toBeLessThan(10_000);
});
