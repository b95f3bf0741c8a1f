import { type Claim, drawCost, type FormName, formNames, type LooseCell, leastCell, type Question } from "lemmacheck";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** Values that replace a grid's own, by parameter. */
export type Overrides = Readonly<Record<string, readonly (string | number)[]>>;

/** Every combination of the values, the last parameter varying fastest. */
function combinations(grid: Overrides): LooseCell[] {
  return Object.entries(grid).reduce<LooseCell[]>(
    (cells, [name, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value }))),
    [{}],
  );
}

/** The cells that an audit of a claim visits: its default grids with the given values in place of their own, once each. */
function cellsOf(claim: Claim, overrides: Overrides): LooseCell[] {
  const cells = claim.cells.flatMap((grid) =>
    combinations(Object.fromEntries(claim.parameters.map((name) => [name, overrides[name] ?? grid[name]]))),
  );
  const whole = cells.map((cell) => leastCell(claim, cell));
  return [...new Map(whole.map((cell) => [JSON.stringify(cell), cell])).values()];
}

/** The claims of the given ids, all of them if none is given; `ids` may repeat one. */
export function selectClaims(claims: readonly Claim[], ids: readonly string[]): Claim[] {
  for (const id of ids) {
    if (!claims.some((claim) => claim.id === id))
      throw new UsageError(`CLAIM is ${shown(id)}; it must be one of ${claims.map((claim) => claim.id).join(", ")}`);
  }
  return claims.filter(({ id }) => ids.length === 0 || ids.includes(id));
}

/** A draw that takes more Gaussians than this is slow: tens of milliseconds at least. */
const SLOW = 4e6;

/**
 * The questions of an audit, in the order of the ledger; those with slow draws after all others, so that none of them
 * keeps the rest waiting.
 *
 * @throws UsageError for a parameter that none of the claims has, or a form that none of them has.
 */
export function planAudit(
  claims: readonly Claim[],
  overrides: Overrides,
  form: FormName | undefined,
  seed: string,
): Question[] {
  for (const [name, values] of Object.entries(overrides)) {
    if (!claims.some(({ parameters }) => parameters.some((known) => known === name)))
      throw new UsageError(
        `--${name} is ${values.join(",")}; it must be left out, since ${claims.map(({ id }) => id).join(", ")} has no such parameter`,
      );
  }
  const questions = claims.flatMap((claim) =>
    cellsOf(claim, overrides).flatMap((cell) =>
      formNames(claim)
        .filter((name) => form === undefined || name === form)
        .map((name) => ({ claim, cell, form: name, seed })),
    ),
  );
  if (questions.length === 0)
    throw new UsageError(
      `--form is ${form}; it must be printed, the only form of ${claims.map(({ id }) => id).join(", ")}`,
    );
  const isSlow = ({ claim, cell }: Question) => drawCost(claim, cell) > SLOW;
  return [...questions.filter((question) => !isSlow(question)), ...questions.filter(isSlow)];
}
