import type { Additions, LooseCell } from "../auditor/cell.js";
import type { Claim, FormName } from "../auditor/claim.js";
import type { Value } from "../auditor/domain.js";
import { gridCells, numberOfCells, type Overrides } from "../auditor/grid-cells.js";
import { knownDrawCost } from "../auditor/known-draw-cost.js";
import { leastCell } from "../auditor/least-cell.js";
import type { AnyParameter, Variant } from "../auditor/parameter.js";
import type { Question } from "../auditor/question.js";
import { formNames } from "../auditor/statement.js";
import { UsageError } from "./usage-error.js";

/** What an audit is to do. */
export interface Plan {
  readonly paper: string;
  readonly overrides: Overrides;
  /** The form to audit; all if undefined. */
  readonly form: FormName | undefined;
  readonly seed: string;
  /** Changes that are made to every value of a parameter, by its name. */
  readonly variants: Readonly<Record<string, Variant<unknown>>>;
  /** Somebody's own things: where no value is asked for, they join each grid's own. */
  readonly additions: Additions;
  /** The option of a parameter, for messages: "--d". */
  flagOf(name: string): string;
}

/** The values of a parameter with what the plan adds and changes. */
function planned(parameter: AnyParameter, values: readonly Value[], plan: Plan): readonly Value[] {
  const { name, resolution } = parameter;
  if (!resolution) return values;
  const own = plan.additions[name] ?? [];
  const all = plan.overrides[name] ? values : [...values, ...own.map((thing) => resolution.valueOf(thing))];
  const variant = Object.hasOwn(plan.variants, name) ? plan.variants[name] : undefined;
  return variant ? all.map((value) => variant.of(resolution.resolve(value, own), own) ?? value) : all;
}

const plannedFor = (claim: Claim, plan: Plan) => (name: string, values: readonly Value[]) => {
  const parameter = claim.parameters.find((known) => known.name === name);
  return parameter ? planned(parameter, values, plan) : values;
};

/** The cells that an audit of a claim visits: its default grids with the given values in place of their own, once each. */
function cellsOf(claim: Claim, plan: Plan): LooseCell[] {
  const cells = gridCells(claim, plan.overrides, plannedFor(claim, plan));
  const whole = cells.map((cell) => leastCell(claim, cell, plan.additions));
  return [...new Map(whole.map((cell) => [JSON.stringify(cell), cell])).values()];
}

/** Rows of one audit: more take gigabytes of memory, and days. */
const MOST_ROWS = 200_000;

/** Refuses an audit that is too large before any of its cells is made. */
function checkSize(claims: readonly Claim[], plan: Plan): void {
  const formsOf = (claim: Claim) => (plan.form === undefined ? formNames(claim).length : 1);
  const rows = claims.reduce(
    (sum, claim) => sum + numberOfCells(claim, plan.overrides, plannedFor(claim, plan)) * formsOf(claim),
    0,
  );
  const asked = Object.keys(plan.overrides).map((name) => plan.flagOf(name));
  if (rows > MOST_ROWS)
    throw new UsageError(
      `${asked.length > 0 ? asked.join(", ") : "the grids of the claims"} would make ${rows} rows; they must make at most ${MOST_ROWS}`,
    );
}

/** A draw that takes more Gaussians than this is slow: tens of milliseconds at least. */
const SLOW = 4e6;

/**
 * The questions of an audit, in the order of the ledger; those with slow draws after all others, so that none of them
 * keeps the rest waiting.
 *
 * @throws UsageError for a parameter that none of the claims has, a form that none of them has, or too many rows.
 */
export function planAudit(claims: readonly Claim[], plan: Plan): Question[] {
  const { paper, overrides, form, seed, additions } = plan;
  const ids = claims.map(({ id }) => id).join(", ");
  for (const [name, values] of Object.entries(overrides)) {
    if (!claims.some(({ parameters }) => parameters.some((known) => known.name === name)))
      throw new UsageError(
        `${plan.flagOf(name)} is ${values?.join(",")}; it must be left out, since ${ids} has no such parameter`,
      );
  }
  checkSize(claims, plan);
  const questions = claims.flatMap((claim) =>
    cellsOf(claim, plan).flatMap((cell) =>
      formNames(claim)
        .filter((name) => form === undefined || name === form)
        .map((name) => ({ paper, claim, cell, form: name, seed })),
    ),
  );
  if (questions.length === 0) throw new UsageError(`--form is ${form}; it must be printed, the only form of ${ids}`);
  const isSlow = ({ claim, cell }: Question) => (knownDrawCost(claim, cell, additions) ?? 0) > SLOW;
  const slow = new Set(questions.filter(isSlow));
  return [...questions.filter((question) => !slow.has(question)), ...slow];
}
