import { expect, test } from "vitest";
import { exactly } from "../testing/exactly.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import { cellBoxes } from "./cell-boxes.js";
import type { GaussianVariable } from "./gaussian-variable.js";

const TILTS = [
  { tilt: 2, logM: 0.7 },
  { tilt: -1, logM: 0.2 },
];

test("what boxes say of g and its derivatives holds at points of them", () => {
  for (const variable of [dimple, uniform, normal, rectified])
    for (const box of cellBoxes(variable, 4.2, TILTS))
      for (const part of [0.01, 0.3, 0.7, 0.99]) {
        const z = box.low + part * (box.high - box.low);
        const y = variable.value(z);
        const moved = Math.abs(variable.slope(z) - box.slope);
        const second = (variable.slope(z + 1e-5) - variable.slope(z - 1e-5)) / 2e-5;
        const bent = box.bend < Infinity ? Math.abs(second - box.second) : 0;
        const holds = [
          y >= box.least && y <= box.most,
          moved <= 2 * box.bend * box.half + 2 * box.slopeError,
          bent <= box.secondError + 1e-9,
        ];
        if (holds.includes(false)) expect(holds, `${z}`).toEqual([true, true, true]);
      }
});

test("without majorants there are none; kinks begin boxes that are marked", () => {
  expect(cellBoxes({ ...normal, bounds: null }, 4, TILTS)).toEqual([]);
  const boxes = cellBoxes(rectified, 4, TILTS);
  expect(boxes.filter(({ broken }) => broken).map(({ low }) => low)).toEqual([0]);
  expect([boxes[0].low, boxes[boxes.length - 1].high]).toEqual([-4, 4]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("boxes to the last bit", () => {
  const kinked: GaussianVariable = {
    ...rectified,
    kinks: [-0.5, 0],
    error: () => 1e-9,
    slopeError: (z) => 1e-8 * (1 + Math.abs(z)),
  };
  const short: GaussianVariable = { ...uniform, bounds: (low, high) => uniform.bounds!(low, high, 2) };
  const cases = [
    dimple,
    uniform,
    normal,
    kinked,
    short,
    { ...normal, bounds: () => [9] },
    { ...normal, bounds: () => [9, 1] },
  ];
  for (const variable of cases) {
    const boxes = cellBoxes(variable, 4.2, TILTS);
    const keys = [
      "low",
      "error",
      "middle",
      "half",
      "y",
      "yError",
      "slope",
      "slopeError",
      "bend",
      "second",
      "secondError",
      "least",
      "most",
    ] as const;
    const columns = keys.map((key) => `${key} ${exactly(boxes.map((box) => box[key]))}`);
    const some = boxes.filter((_, i) => i % 40 === 0).map(exactly);
    expect([...columns, ...some].join("\n")).toMatchSnapshot();
  }
});
