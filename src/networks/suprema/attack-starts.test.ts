import { expect, test } from "vitest";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { plantedAround } from "../testing/planted-around.js";
import { attackStarts } from "./attack-starts.js";

test("the most curved neuron's weights come first, alone where there is one neuron or one dimension", () => {
  const effort = { restarts: 2, products: 3 };
  const bits = () => drawAround("tanh", 2, 3).streams("attack");
  const one = plantedAround("tanh", [[3, 4]], [-1], [0.1, 0.1]);
  expect(attackStarts(one, effort, bits())).toEqual([Float64Array.of(3, 4)]);
  // tanh'' is 0 at 0 and largest at 0.66.
  const line = plantedAround("tanh", [[0.001], [0.66], [9]], [5, 1, 1], [1]);
  expect(attackStarts(line, effort, bits())).toEqual([Float64Array.of(0.66)]);
  const rows = [
    [0.6, 0],
    [0, 0.5],
    [9, 9],
  ];
  const starts = attackStarts(plantedAround("tanh", rows, [1, -1, 1], [1, 1]), effort, bits());
  expect(starts).toHaveLength(5);
  expect(starts[0]).toEqual(Float64Array.of(0.6, 0));
  // Pinned to the last bit: a direction that changes must be seen.
  expect(starts.map(exactly)).toMatchSnapshot();
  expect(attackStarts(plantedAround("tanh", rows, [1, -1, 1], [1, 1]), { restarts: 0, products: 0 }, bits())).toEqual(
    starts.slice(0, 2),
  );
  // No curvature: nothing to share a direction.
  const flat = plantedAround("identity", rows, [1, 1, 1], [1, 1]);
  expect(attackStarts(flat, { restarts: 0, products: 0 }, bits())).toEqual([Float64Array.of(0.6, 0)]);
});
