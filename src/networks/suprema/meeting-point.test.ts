import { describe, expect, test } from "vitest";
import { normal } from "../../chance/normal.js";
import { gradient } from "../dense-gradient.js";
import { drawAround } from "../testing/draw-around.js";
import { meetingPoint } from "./meeting-point.js";

describe.each([
  [2, 30, 1],
  [5, 60, 1],
  [8, 200, 0.5],
  [30, 10, 3],
])("d = %i, k = %i, R = %d", (d, k, radius) => {
  const { network, around, streams } = drawAround("relu", d, k);
  const found = meetingPoint(around, radius, 6)!;

  test("hyperplanes meet at a point of the ball", () => {
    const { neurons, delta } = found;
    expect(Math.hypot(...delta)).toBeLessThan(radius);
    expect(neurons.length).toBe(Math.min(d - 1, 6, neurons.length));
    const t = around.product(delta);
    for (const i of neurons) expect(Math.abs(around.preActivations[i] + t[i])).toBeLessThan(1e-12);
  });

  test("and moves of 1e-6 there change the gradient by what is said", () => {
    const bits = streams("moves");
    let largest = 0;
    for (let n = 0; n < 3000; n++) {
      const z = Float64Array.from({ length: d }, () => normal(bits));
      const size = Math.hypot(...z);
      const [p, q] = [1, -1].map((sign) =>
        gradient(
          network,
          around.x.map((c, j) => c + found.delta[j] + (sign * 5e-7 * z[j]) / size),
        ),
      );
      largest = Math.max(largest, Math.hypot(...p.map((c, j) => c - q[j])));
    }
    expect(largest).toBeGreaterThan(found.size * (1 - 1e-9));
  });
});

test("a ball in which no activation reaches 0 has none", () => {
  const { around } = drawAround("relu", 4, 5);
  expect(meetingPoint(around, 1e-9, 3)).toBeNull();
});

test("in as many dimensions as neurons, all that go together are found at once", () => {
  const { around } = drawAround("relu", 40, 6);
  expect(meetingPoint(around, 6, 100)!.neurons.length).toBe(6);
});
