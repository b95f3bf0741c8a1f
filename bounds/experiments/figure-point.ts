import type { Additions } from "lemmacheck";
import type { Setting } from "lemmacheck/networks";
import { coefficients, d, depth, initialisation, k, psi } from "lemmacheck/parameters";

/** A point of the figures of Section 4: one choice of architecture. */
export type FigurePoint = {
  /** ψ, by its name. */
  readonly psi: string;
  readonly d: number;
  readonly k: number;
  readonly depth: number;
  readonly initialisation: "fan-in" | "he";
  readonly coefficients: "rademacher" | "gaussian";
};

const PARAMETERS = [psi, d, k, depth, initialisation, coefficients];

/** Whether x is a point, as a file or another machine may have it. */
export function isFigurePoint(x: unknown): x is FigurePoint {
  if (typeof x !== "object" || x === null) return false;
  const entries = new Map<string, unknown>(Object.entries(x));
  return PARAMETERS.every(({ name, domain }) => domain.has(entries.get(name)));
}

/** The network that a point speaks of. */
export function settingOf(point: FigurePoint, additions: Additions): Setting {
  return { ...point, psi: psi.resolve(point.psi, additions[psi.name]) };
}

/** A point in a few words, no two the same. */
export const labelOf = (point: FigurePoint) =>
  [
    point.psi,
    `L=${point.depth}`,
    `d=${point.d}`,
    `k=${point.k}`,
    point.initialisation,
    ...(point.coefficients === "rademacher" ? [] : [point.coefficients]),
  ].join(" ");
