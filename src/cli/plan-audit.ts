import {
  type Activation,
  type Claim,
  drawCost,
  type FormName,
  formNames,
  type LooseCell,
  leastCell,
  type Question,
  resolveActivation,
} from "lemmacheck";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** Values that replace a grid's own, by parameter. */
export type Overrides = Readonly<Record<string, readonly (string | number)[]>>;

/** What an audit is to do. */
export interface Plan {
  readonly overrides: Overrides;
  /** The form to audit; all if undefined. */
  readonly form: FormName | undefined;
  readonly seed: string;
  /** Whether every ψ is to be normalised. */
  readonly normalize: boolean;
  /** Activations beside the catalogue's: where no ψ is asked for, they join each grid's own. */
  readonly activations: readonly Activation[];
}

/** Every combination of the values, the last parameter varying fastest. */
function combinations(grid: Overrides): LooseCell[] {
  return Object.entries(grid).reduce<LooseCell[]>(
    (cells, [name, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value }))),
    [{}],
  );
}

/** The cells that an audit of a claim visits: its default grids with the given values in place of their own, once each. */
function cellsOf(claim: Claim, { overrides, normalize, activations }: Plan): LooseCell[] {
  const values = (grid: Overrides, name: string) => {
    if (name !== "psi") return overrides[name] ?? grid[name];
    const all = overrides.psi ?? [...grid.psi, ...activations.map(({ id }) => id)];
    return normalize ? all.map((psi) => normalisedName(String(psi), activations)) : all;
  };
  const cells = claim.cells.flatMap((grid) =>
    combinations(Object.fromEntries(claim.parameters.map((name) => [name, values(grid, name)]))),
  );
  const whole = cells.map((cell) => leastCell(claim, cell, activations));
  return [...new Map(whole.map((cell) => [JSON.stringify(cell), cell])).values()];
}

/** The name of ψ normalised; ψ's own where it has no Lipschitz constant to normalise it by, which its rows then say. */
function normalisedName(psi: string, activations: readonly Activation[]): string {
  const { id, lipschitz } = resolveActivation(psi, activations);
  return lipschitz > 0 && lipschitz < Infinity ? resolveActivation(`normalize(${id})`, activations).id : psi;
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
export function planAudit(claims: readonly Claim[], plan: Plan): Question[] {
  const { overrides, form, seed, activations } = plan;
  for (const [name, values] of Object.entries(overrides)) {
    if (!claims.some(({ parameters }) => parameters.some((known) => known === name)))
      throw new UsageError(
        `--${name} is ${values.join(",")}; it must be left out, since ${claims.map(({ id }) => id).join(", ")} has no such parameter`,
      );
  }
  const questions = claims.flatMap((claim) =>
    cellsOf(claim, plan).flatMap((cell) =>
      formNames(claim)
        .filter((name) => form === undefined || name === form)
        .map((name) => ({ claim, cell, form: name, seed })),
    ),
  );
  if (questions.length === 0)
    throw new UsageError(
      `--form is ${form}; it must be printed, the only form of ${claims.map(({ id }) => id).join(", ")}`,
    );
  const isSlow = ({ claim, cell }: Question) => drawCost(claim, cell, activations) > SLOW;
  return [...questions.filter((question) => !isSlow(question)), ...questions.filter(isSlow)];
}
