import { expect, test } from "vitest";
import { keyedStreams } from "../chance/streams.js";
import { drawSphereInput } from "./dense-input.js";

const random = keyedStreams({ seed: "input", sampler: "dense-test", parameters: {} })(0);

test("lies on the sphere of radius √d unless told another, in the same direction", () => {
  const x = drawSphereInput(7, undefined, random);
  expect(Math.abs(Math.hypot(...x) / Math.sqrt(7) - 1)).toBeLessThan(1e-14);
  const scaled = drawSphereInput(7, 14, random);
  for (let i = 0; i < 7; i++) expect(Math.abs(scaled[i] / x[i] - 14 / Math.sqrt(7))).toBeLessThan(1e-13);
});

test("corners: one dimension, radius 0", () => {
  expect(Math.abs(drawSphereInput(1, undefined, random)[0])).toBe(1);
  expect(drawSphereInput(2, 0, random).every((t) => t === 0)).toBe(true);
});

test.each([0, 2.5, Number.NaN])("d = %d is refused", (d) => {
  expect(() => drawSphereInput(d, 1, random)).toThrow(new RangeError(`d is ${d}; it must be an integer ≥ 1`));
});

test.each([-1, Infinity, Number.NaN])("norm %d is refused", (norm) => {
  const message = `norm is ${norm}; it must be finite and ≥ 0`;
  expect(() => drawSphereInput(2, norm, random)).toThrow(new RangeError(message));
});
