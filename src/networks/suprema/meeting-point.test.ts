import { describe, expect, test } from "vitest";
import { normal } from "../../chance/normal.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { gradient } from "../dense-gradient.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
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

// Pinned to the last bit: an error bound that changes must be seen.
test("meeting points, to the last bit", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 3],
    [2, 4],
    [3, 1],
    [5, 9],
    [8, 3],
  ])
    for (const law of ["rademacher", "gaussian"] as const)
      for (const [radius, most] of [
        [0.05, 9],
        [1, 1],
        [1, 2],
        [2, 9],
      ]) {
        const found = meetingPoint(drawAround("relu", d, k, "meeting", law).around, radius, most);
        rows.push(`${d} ${k} ${law} ${radius} ${most}: ${found === null ? "none" : exactly({ ...found })}`);
        if (d === 1) expect(found).toBeNull();
        else if (found) expect(found.neurons.length).toBeLessThanOrEqual(Math.min(most, d - 1, k));
      }
  expect(rows).toMatchSnapshot();
});

test("a neuron along one before is passed over, and one that is 0 there though it is not of them spoils the point", () => {
  const x = [1, 1, 1];
  const meet = (rows: readonly (readonly number[])[]) =>
    meetingPoint(
      plantedAround(
        "relu",
        rows,
        rows.map(() => -1),
        x,
      ),
      5,
      9,
    );
  const along = meet([
    [1, 0, 0],
    [2, 0, 1e-7],
    [0, 3, 0],
  ]);
  expect(along && exactly({ ...along })).toMatchSnapshot();
  const spoiled = meet([
    [1, 0, 0],
    [2, 0, 0],
    [0, 3, 0],
  ]);
  expect(spoiled).toBeNull();
});
