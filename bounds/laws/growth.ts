import { pow, shownValue, type TrendPoint } from "lemmacheck";
import { logLogSlope } from "lemmacheck/statistics";

/** The sizes of a cell, and how they grow along a grid that starts there. */
interface Sizes {
  readonly d: number;
  readonly k: number;
  readonly growth: string;
}

/** By what powers d and k grow: at the i-th point of a grid both are (step^i)^power times what they start from. */
const POWERS: Readonly<Record<string, readonly [d: number, k: number]>> = {
  "d fixed": [0, 1],
  "k fixed": [1, 0],
  "k ∝ √d": [1, 1 / 2],
  "k ∝ d": [1, 1],
  "k ∝ d²": [1, 2],
};

function powersOf(growth: string): readonly [number, number] {
  if (!Object.hasOwn(POWERS, growth))
    throw new RangeError(`growth is ${shownValue(growth)}; it must be one of ${Object.keys(POWERS).join(", ")}`);
  return POWERS[growth];
}

/** How many points a grid has, and by what factor the faster of d and k grows from one to the next. */
export interface Steps {
  readonly points: number;
  readonly factor: number;
}

/** Steps for draws that cost k, whatever d: d is free, and where it lags behind k the range is short. */
export function stepsForWidth(growth: string): Steps {
  const factors: Readonly<Record<string, number>> = { "k fixed": 1000, "k ∝ d²": 10 };
  return { points: 4, factor: factors[growth] ?? 6 };
}

/**
 * The grid that starts at a cell and grows as the cell says. `size`, what an exponent is taken of, is k where d is fixed
 * and d everywhere else; both are rounded to integers.
 *
 * @throws RangeError if the growth is unknown.
 */
export function grownFrom<C extends Sizes>(cell: C, { points, factor }: Steps): TrendPoint<C>[] {
  const [dPower, kPower] = powersOf(cell.growth);
  const step = pow(factor, 1 / Math.max(dPower, kPower));
  return Array.from({ length: points }, (_, i) => {
    const d = Math.round(cell.d * pow(step, i * dPower));
    const k = Math.round(cell.k * pow(step, i * kPower));
    return { size: dPower === 0 ? k : d, cell: { ...cell, d, k } };
  });
}

/** The exponent of g(d, k) on the grid that starts at a cell, as a trend takes it. */
export function exponentAlong({ d, k, growth }: Sizes, steps: Steps, g: (d: number, k: number) => number): number {
  const grid = grownFrom({ d, k, growth }, steps);
  return logLogSlope(
    grid.map(({ size }) => size),
    grid.map(({ cell }) => g(cell.d, cell.k)),
  );
}

/** A cell with d and k raised to these sizes where they are below them. */
export function atLeast<C extends Pick<Sizes, "d" | "k">>(cell: C, least: Pick<Sizes, "d" | "k">): C {
  return { ...cell, d: Math.max(cell.d, least.d), k: Math.max(cell.k, least.k) };
}

/** Where a grid begins to tell an order, if nothing else is asked of it. */
export const LARGE = { d: 10, k: 10 } as const;
