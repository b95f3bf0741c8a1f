import type { Claim } from "../../claim.js";
import { gamma } from "../../gamma.js";
import type { Repair } from "./repair.js";

const FACTORS = [1.1, 1.25, Math.SQRT2, 1.5, 2, 3, 4, 5, 8, 10, 20, 50, 100];
const SIZES = [2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000];
const TIMES = [1 / 4, 1 / 2, 1, 2, 4, 8, 16];

/** Repairs that may be tried of a claim, kind by kind, the least change of each kind first. */
export function laddersOf({ parameters, relation }: Claim): readonly (readonly Repair[])[] {
  const sizes = parameters
    .filter(({ size, domain }) => size || domain.shape.type === "integers")
    .map(({ name }) => name);
  const hasGamma = parameters.some(({ name }) => name === gamma.name);
  const conditions: Repair[][] = [
    ...sizes.map((parameter) => SIZES.map((least): Repair => ({ kind: "size", parameter, least }))),
    ...(hasGamma
      ? sizes.map((parameter) => TIMES.map((times): Repair => ({ kind: "size-log", parameter, times })))
      : []),
    ...(hasGamma ? [[0.9, 0.5, 0.1].map((most): Repair => ({ kind: "gamma", most }))] : []),
  ];
  if (relation === "=") return conditions;
  const factors = relation === ">=" ? FACTORS.map((factor) => 1 / factor) : FACTORS;
  return [
    ...(hasGamma ? [[2, 3, 4, 8, 16].map((divisor): Repair => ({ kind: "share", divisor }))] : []),
    ...conditions,
    factors.map((factor): Repair => ({ kind: "constant", factor })),
    ...(hasGamma ? [TIMES.map((times): Repair => ({ kind: "term", times }))] : []),
    ...sizes.map((parameter) => TIMES.map((times): Repair => ({ kind: "size-term", parameter, times }))),
  ];
}
