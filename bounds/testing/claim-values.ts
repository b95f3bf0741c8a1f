import { type Claim, type Enclosure, type FormName, type Hypothesis, type LooseCell, leastCell } from "lemmacheck";
import { keyedStreams } from "lemmacheck/statistics";
import { allowedBy } from "../../src/auditor/allowed.js";
import { canonicalCell, type Given, givenOf } from "../../src/auditor/cell.js";
import { failingHypothesis } from "../../src/auditor/failing-hypothesis.js";
import { gridCells } from "../../src/auditor/grid-cells.js";
import { exactly } from "../../src/numbers/testing/exactly.js";
import { hypothesisText } from "./hypothesis-text.js";

/** A draw that costs more Gaussians is not made. */
const REACH = 3e4;
/** Left sides that take long but for signs, and have tests of their own. */
const SLOW = new Set(["clt-value", "clt-rate", "hessian-union", "gaussian-process-limit", "proposition-2"]);

/** Values at which a claim is asked besides those of a cell, one parameter at a time. */
const PROBES: Readonly<Record<string, readonly (number | string)[]>> = {
  psi: ["identity", "sign", "2+t^2"],
  d: [1, 1e15],
  k: [1, 3, 1e15],
  gamma: [0.5, 0.75, 1e-300],
  radius: [0.5, 1e5],
  depth: [3, 7],
  initialisation: ["fan-in"],
  coefficients: ["rademacher"],
  norm: [0],
  bias: [2],
  correlation: [1, -0.3],
  q: [1, 2],
  law: ["laplace", "none of them"],
  growth: ["k ∝ d²", "d fixed"],
  eta: [0.3],
  gradientNorm: [0.2, 1e9],
  logD: [0.5, 1e4],
  logK: [0.5, 1e6],
  rho: [0.25],
  degree: [3],
  power: [1.5],
  valueBound: [7],
  hessianBound: [7],
  variation: [0.3],
  inputs: [2],
  directions: ["tangent, v across", "along", "none of them"],
};

/** Of the printed right side, where the law of the left one is asked for. */
const SHARES = [0.6, 1];
/** ψ for which laws are quickly computed. */
const QUICK: readonly unknown[] = [undefined, "relu", "sign", "identity"];

const same = (x: LooseCell, y: LooseCell) => JSON.stringify(x) === JSON.stringify(y);

/** The first and the last cell of the default grids and one between, the witness, and cells that differ from it in one value. */
export function cellsOf(claim: Claim): LooseCell[] {
  const grid = gridCells(claim, {});
  const three = [grid[0], grid[grid.length >> 1], grid[grid.length - 1]].map((cell) => leastCell(claim, cell));
  const start: LooseCell = claim.witness ?? three[0];
  const near = claim.parameters.flatMap(({ name, domain }) =>
    PROBES[name].filter((value) => domain.has(value)).map((value) => ({ ...start, [name]: value })),
  );
  const all = [...three, start, ...near];
  return all.filter((cell, i) => all.findIndex((other) => same(cell, other)) === i);
}

/** What is observed of a spoiled form, which far from its cell may be no number, or be refused. */
function orNaN(observed: () => Enclosure): Enclosure {
  try {
    return observed();
  } catch {
    return NaN;
  }
}

/** What each hypothesis says; sizes that rest on one that is not known to hold are not asked. */
function hypothesisTexts(hypotheses: readonly Hypothesis[], given: Given): string {
  let known = true;
  const texts = hypotheses.map((hypothesis) => {
    if ("parameter" in hypothesis && !known) return `${hypothesis.parameter.name} ≥ ?`;
    const text = hypothesisText(hypothesis, given);
    known &&= !/^(false|null)/.test(text);
    return text;
  });
  return texts.join("; ");
}

/** What a claim says at any cell, beside its texts and what docs/ledger.md has. */
export function factsOf(claim: Claim): string {
  const { forms, draw, effort } = claim;
  const conditions = Object.entries(forms).map(([form, { hypotheses }]) => [
    form,
    (hypotheses ?? []).map(({ latex }) => latex),
  ]);
  const whp = claim.kind === "whp" ? [claim.strict, claim.everyGamma] : [];
  return exactly([draw.id, draw.parameters.map(({ name }) => name), effort, ...conditions, ...whp]);
}

/**
 * What a claim says at a cell, of its hypotheses; where they hold, of both sides and of what may fail.
 *
 * @throws RangeError where a hypothesis refuses a value.
 */
export function valuesAt(claim: Claim, cell: LooseCell): string {
  const { forms, hypotheses, mutants, parameters } = claim;
  const given = givenOf(parameters, cell);
  const ofPrinted = [...hypotheses, ...(forms.printed.hypotheses ?? [])];
  const ofRepaired = forms.repaired?.hypotheses ?? [];
  const lines = [exactly(cell), `if ${hypothesisTexts([...ofPrinted, ...ofRepaired], given)}`];
  const add = (name: string, said: unknown) => lines.push(`${name} ${exactly(said)}`);
  if (failingHypothesis(ofPrinted, given)) return lines.join("\n  ");

  const isRepaired = forms.repaired && !failingHypothesis(ofRepaired, given);
  const cost = claim.draw.cost(given) * (claim.effort ?? 1);
  add("costs", cost);
  const streams = keyedStreams({ seed: "values", sampler: claim.draw.id, parameters: {} })(0);
  const isSeen = cost <= REACH && (!SLOW.has(claim.id) || cell.psi === "sign");
  const draw: unknown = isSeen ? claim.draw.draw(given, streams) : null;
  const isStated = (form: FormName) => form === "printed" || isRepaired;
  // What reads a draw says nothing without one.
  const right = (form: FormName) => forms[form]?.bound(given, draw) ?? null;
  for (const form of ["printed", "repaired"] as const) if (isStated(form)) add(form, right(form));
  if (isSeen) add("left", claim.observed(draw, given));
  for (const form of ["printed", "repaired"] as const)
    if (isSeen && isStated(form) && forms[form]?.observed) add(`${form} left`, forms[form].observed(draw, given));
  for (const [name, { bound, observed, of = "printed" }] of Object.entries(mutants)) {
    if (!isStated(of)) continue;
    if (bound)
      add(
        `${name}:`,
        bound(given, () => right(of), draw),
      );
    const left = isSeen && observed ? orNaN(() => observed(draw, given)) : NaN;
    if (!Number.isNaN(left)) add(`${name}, left:`, left);
  }
  const allowed = allowedBy(claim, given);
  if (allowed && claim.kind === "whp" && (claim.allows ?? claim.logAllows)) add("allowed", allowed);
  if (claim.trivial) add("without it", claim.trivial(given, allowed?.logUpper ?? -Infinity));
  const bound = right("printed");
  if (
    claim.kind === "whp" &&
    claim.exact &&
    bound !== null &&
    (QUICK.includes(cell.psi) || (cell.d === 1 && cell.k === 1))
  )
    for (const share of SHARES) add(`law at ${share} of it:`, claim.exact(given, share * bound));
  if (claim.kind === "whp" && claim.uncertainty) add("doubt", claim.uncertainty(given));
  if (claim.kind === "mean") add("range", claim.range(given));
  if ("resolution" in claim) add("resolution", claim.resolution(given));
  if (claim.kind === "trend") {
    const { printedExponent, grid, quantile, draws } = claim.trend;
    add("exponent", printedExponent(given));
    add("quantile and draws", [quantile, draws]);
    for (const point of grid(given, canonicalCell(parameters, cell, given))) add("point", point);
  }
  if (claim.freeConstants?.everyChoice) add("every choice:", claim.freeConstants.everyChoice(given));
  return lines.join("\n  ");
}
