import type { Claim, Hypothesis } from "../../claim.js";
import { defineClaim } from "../../define-claim.js";
import { integers, positiveReals } from "../../domains.js";
import { gamma } from "../../gamma.js";
import { nothing } from "../../nothing.js";
import { type AnyParameter, parameter } from "../../parameter.js";
import { common } from "./plant-parts.js";

/** The numbers of a cell, by name. */
export type Numbers = Readonly<Record<string, number>>;

export const k = parameter({ name: "k", domain: integers(1, 2 ** 53), size: true });
export const x = parameter({ name: "x", domain: positiveReals() });
export const y = parameter({ name: "y", domain: positiveReals() });
export const z = parameter({ name: "z", domain: integers(-(2 ** 53), 2 ** 53) });

const numbersOf = (given: Readonly<Record<string, unknown>>): Numbers =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Number(value)]));

/** A least size that is asked for. */
export const atLeast = (size: AnyParameter, least: (numbers: Numbers) => number): Hypothesis => ({
  latex: "…",
  parameter: size,
  least: (given) => least(numbersOf(given)),
});

/** A statement about numbers that a hypothesis ties together, false where something fails. */
export function tied(
  parameters: readonly AnyParameter[],
  fails: (numbers: Numbers) => boolean,
  holds: (numbers: Numbers) => boolean = () => true,
  hypotheses: readonly Hypothesis[] = [],
): Claim {
  const cell = Object.fromEntries(parameters.map(({ name }) => [name, name === gamma.name ? 0.5 : 1]));
  return defineClaim<readonly AnyParameter[], null>({
    ...common,
    id: "tied",
    kind: "step",
    parameters,
    hypotheses: [{ latex: "tied", holds: (given) => holds(numbersOf(given)) }, ...hypotheses],
    draw: nothing,
    observed: (_, given) => (fails(numbersOf(given)) ? 2 : 0),
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, [value]]))],
    mutants: { none: { bound: () => -1, at: cell } },
  });
}
