import type { Value } from "../domain.js";
import type { Axis, Spot } from "./axis.js";

/** The axis of a few values, of which the first are the simplest. */
export function listedAxis(values: readonly Value[], dear: boolean): Axis {
  const spots = values.map((value): Spot => ({ value }));
  const places = new Map(values.map((value, i) => [value, i]));
  return {
    corners: spots,
    all: spots,
    dear,
    anywhere: (dice) => dice.pick(spots),
    near: (_, __, dice) => dice.pick(spots),
    simpler: ({ value }) => spots.slice(0, places.get(value) ?? 0),
  };
}
