import type { FigurePoint } from "./figure-point.js";

/** Nanoseconds of a neuron at one point of a line. */
const POINT = 40;

/** Roughly the seconds of one core that a sample takes, as measured for the ReLU; other ψ take about ten times as long. */
export function secondsOfSample({ psi, d, k, depth }: FigurePoint): number {
  const other = psi === "relu" ? 1 : 10;
  const near = Math.min(1, 100 / Math.sqrt(Math.min(d, k)));
  const small = depth > 1 && k <= 64 ? 4e-8 * depth * depth * k ** 3 : 0;
  return 5e-5 + small + other * 1e-9 * k * depth * (depth > 1 ? 2 + POINT * 6 * near : 2 + POINT * near);
}

/** The same of a pair of inputs of one network. */
export function secondsOfPair({ psi, k, depth }: FigurePoint): number {
  const other = psi === "relu" ? 1 : 2;
  const small = k <= 64 ? 8e-8 * depth * depth * k ** 3 : 0;
  return 2e-4 + small + other * 4e-7 * k * depth;
}
