import { describe, expect, it } from "vitest";
import { type Grid, gridsFor, misplacement } from "./grid.js";

const width = ({ step, factor }: Grid) => step / factor;

it("are those of steps alone without kinks", () => {
  const grids = [...gridsFor([])];
  expect(grids[0]).toEqual({ step: 4, factor: 1, offset: 0 });
  expect(grids.every(({ factor, offset }) => factor === 1 && offset === 0)).toBe(true);
});

it("need no place of their own for kinks at ±1", () => {
  expect([...gridsFor([-1, 1])][0]).toEqual({ step: 2, factor: 1, offset: 0 });
});

describe.each([[[0]], [[0.37]], [[-0.3, 0.3]], [[0, 6]], [[-1, 0, 1]], [[-0.1, 0.2, 0.7, 1.1]], [[-9, -Math.PI]]])(
  "with kinks at %s",
  (kinks) => {
    const grids = [...gridsFor(kinks)];

    it("have each on a border between cells, whatever the step", () => {
      expect(grids.length).toBeGreaterThan(5);
      for (const grid of grids) {
        expect(width(grid)).toBeLessThanOrEqual(4);
        expect(width(grid)).toBeGreaterThanOrEqual(2 ** -9);
        expect(Number.isInteger(Math.log2(grid.step))).toBe(true);
        for (const kink of kinks) {
          const p = grid.factor * kink + grid.offset;
          expect(Math.abs(p / grid.step - Math.floor(p / grid.step) - 0.5)).toBeLessThan(1e-11);
          expect(misplacement(grid, kink)).toBeLessThan(2 ** -47 * (4 + Math.abs(kink)));
        }
      }
    });

    it("would be seen half a cell off", () => {
      const [{ step, factor, offset }] = grids;
      const off = { step, factor, offset: offset + step / 2 };
      for (const kink of kinks) expect(misplacement(off, kink)).toBeGreaterThan(0.4 * width(off));
    });
  },
);

it.each([[[0, 1, Math.PI]], [[-1, Math.SQRT1_2, 1]], [[0, 1, 1 + 2 ** -40]], [[0, 2 ** -20]]])(
  "are none for kinks at %s",
  (kinks) => {
    expect([...gridsFor(kinks)]).toEqual([]);
  },
);
