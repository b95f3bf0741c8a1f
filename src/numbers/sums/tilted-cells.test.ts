import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import { cellBoxes } from "./cell-boxes.js";
import { tiltedCell } from "./tilted-cells.js";

const BOXES = [dimple, uniform, normal, rectified].map((variable) => cellBoxes(variable, 5, [{ tilt: 1, logM: 0 }]));

test("masses, steepnesses and quotients bound those of the density e^(cg)φ at 50 points of a box", () => {
  [dimple, uniform].forEach((variable, v) => {
    for (const tilt of [1.5, -1.5])
      for (const box of BOXES[v].filter((_, i) => i % 5 === 0)) {
        const { low, high } = box;
        const cell = tiltedCell(box, tilt, 0.3, 0.1);
        const step = (high - low) / 50;
        let [mass, size, steepness, quotient] = [0, 0, Infinity, 0];
        for (let i = 0; i < 50; i++) {
          const z = low + (i + 0.5) * step;
          const density = Math.exp(tilt * variable.value(z) - 0.5 * z * z - 0.3) / Math.sqrt(2 * Math.PI);
          const slope = Math.abs(variable.slope(z));
          mass += density * step;
          size = Math.max(size, Math.abs(Math.sign(tilt) * variable.value(z) - 0.1));
          steepness = Math.min(steepness, slope);
          quotient = Math.max(quotient, density / slope);
        }
        expect(size).toBeLessThanOrEqual(cell.size);
        expect(steepness).toBeGreaterThanOrEqual(cell.steepness);
        expect(quotient).toBeLessThanOrEqual(cell.quotient);
        expect(mass * (1 - 1e-3 * (high - low) ** 2)).toBeLessThanOrEqual(cell.mass);
      }
  });
});

test("a box in which g may be flat has no quotient", () => {
  const [flat] = BOXES[0].filter(({ low, high }) => low <= 0 && high >= 0);
  const cell = tiltedCell(flat, 1, 0, 0);
  expect([cell.steepness, cell.quotient, cell.variation]).toEqual([0, Infinity, Infinity]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("cells to the last bit, of boxes that are known well, badly and not at all", () => {
  const known = BOXES.flatMap((boxes) => boxes.filter((_, i) => i % 9 === 0));
  const [first] = known;
  const odd = [
    { ...first, bend: Infinity, secondError: Infinity },
    { ...first, slope: 0, second: 0, secondError: 0, bend: 0, slopeError: 0 },
    { ...first, half: 1e-9, middle: 0.5, slope: 0.5, broken: true },
    {
      ...first,
      half: 0.25,
      low: 0,
      high: 0.5,
      middle: 0.25,
      slope: 0.25,
      slopeError: 1e-3,
      yError: 1e-2,
      y: 0.4,
      second: 0.3,
      secondError: 0.1,
      bend: 0.2,
    },
  ];
  const calls = [...known, ...odd].flatMap((box) => [1, -3, 1e-7].map((tilt) => [box, tilt, 0.2, 0.4] as const));
  expect(callTable(tiltedCell, calls)).toMatchSnapshot();
});
