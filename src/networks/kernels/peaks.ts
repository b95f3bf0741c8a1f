import { evaluated, type PolynomialTable } from "./polynomial-table.js";

/** Points looked at in each interval of a table. */
const POINTS = 16;

/** Where the parabola through three values one apart has its vertex, from the middle one; within 1 of it. */
function vertex(before: number, middle: number, after: number): number {
  const bend = before - 2 * middle + after;
  const shift = bend === 0 ? 0 : (before - after) / (2 * bend);
  return Math.abs(shift) <= 1 ? shift : 0;
}

/**
 * Where |ψ|, |ψ'| and |ψ''| of a table have local maxima: of 16 points an interval those that no neighbour exceeds,
 * moved to the vertex of the parabola through the three. With p points over which the polynomial turns once, what is
 * missed of a peak is of the order p^−4 of its height.
 */
export function* peaks({ step, factor, offset, table }: PolynomialTable): Generator<number> {
  const centre = (table.length / 8 - 1) / 2;
  const width = step / POINTS;
  const total = (2 * centre + 1) * POINTS;
  const left = -(centre + 0.5) * step;
  const sizes = [0, 1, 2].map(() => new Float64Array(total));
  for (let i = 0; i < total; i++) {
    const j = Math.floor(i / POINTS);
    const [p, dp] = [left + (i + 0.5) * width, width / 64];
    const middle = (j - centre) * step;
    const [value, slope] = evaluated(table, 8 * j, p - middle);
    const [, next] = evaluated(table, 8 * j, p + dp - middle);
    [value, slope, (next - slope) / dp].forEach((x, k) => {
      sizes[k][i] = Math.abs(x);
    });
  }
  for (const size of sizes)
    for (let i = 1; i < total - 1; i++) {
      if (size[i] < size[i - 1] || size[i] < size[i + 1]) continue;
      const p = left + (i + 0.5 + vertex(size[i - 1], size[i], size[i + 1])) * width;
      yield (p - offset) / factor;
    }
}
