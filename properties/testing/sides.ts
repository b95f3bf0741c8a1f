import type { Claim, FormName } from "lemmacheck";
import type { Given, Name } from "../../bounds/parameters.js";

/** Both sides of a statement in which nothing is random, at any real values: sizes beyond 2^53 included. */
export function sides(
  claim: Claim,
  values: Partial<Given<Name>>,
  form: FormName = "printed",
): { readonly left: number; readonly right: number } {
  // A claim reads the parameters that it lists, and the tests give those.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const given = values as Given<Name>;
  const left = claim.observed(null, given);
  const right = claim.forms[form]?.bound(given, null);
  if (typeof left !== "number" || typeof right !== "number") throw new Error(`${claim.id} has no two sides here`);
  return { left, right };
}

/** Every combination of the values. */
export function combinations<T extends Readonly<Record<string, readonly number[]>>>(
  grid: T,
): Readonly<Record<keyof T, number>>[] {
  // Built key by key from the grid itself.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.entries(grid).reduce<Readonly<Record<string, number>>[]>(
    (cells, [name, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value }))),
    [{}],
  ) as Readonly<Record<keyof T, number>>[];
}
