import type { LooseCell } from "../auditor/cell.js";
import type { Claim } from "../auditor/claim.js";
import { readableReason } from "../auditor/readable-reason.js";
import type { Row } from "../auditor/row-fields.js";
import { unicodeMath } from "../auditor/unicode-math.js";
import type { Outcome } from "../chance/outcome.js";

/** Four significant digits, with an exponent below 1e-3 and from 1e6 on: 0.01234, 7.575e-4. */
export function digits(x: number): string {
  const rounded = Number(x.toPrecision(4));
  const size = Math.abs(rounded);
  return size !== 0 && (size < 1e-3 || size >= 1e6) ? rounded.toExponential().replace("e+", "e") : String(rounded);
}

/** "Failure rate 0.01234 with limits [7.575e-4, 0.04911] at alpha = 1e-10." */
function rateText({ failureRate, failureLower, failureUpper, alpha }: Row | Outcome): string[] {
  if (failureRate === null || failureLower === null || failureUpper === null) return [];
  const limits = `[${digits(failureLower)}, ${digits(failureUpper)}]`;
  return [`Failure rate ${digits(failureRate)}, limits ${limits}${alpha === null ? "" : ` at alpha = ${alpha}`}.`];
}

/** With a capital letter, unless it begins with a formula or a name. */
const sentence = (text: string) => (/^\p{Ll}{2,} /u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** The formula of a form as Unicode; of a mutant there is none. */
function formulaText({ form, mutant }: Row, { latex, forms: { repaired } }: Claim): string[] {
  if (mutant !== null) return [];
  return [`It says ${unicodeMath(form === "repaired" && repaired ? repaired.latex : latex)}.`];
}

/**
 * What an unwelcome row says of itself: the cell, the verdict, what it rests on, and how to see it again.
 *
 * @param of the claim whose row it is, if that is at hand: then the formula, too.
 */
export function explainRow(row: Row, expected: string, cell: LooseCell = row.cell, of?: Claim): string {
  const { claim, form, mutant, verdict, vacuous, bound, slack, seed, stream } = row;
  const statement = `${claim} (${mutant === null ? form : `mutant ${mutant}`})`;
  return [
    `${statement} at ${JSON.stringify(cell)} is ${verdict}${vacuous ? ", vacuous" : ""}; expected ${expected}.`,
    ...(of ? formulaText(row, of) : []),
    `${sentence(readableReason(row.reason))}.`,
    ...rateText(row),
    ...(bound === null ? [] : [`Bound ${digits(bound)}${slack === null ? "" : `, slack ${digits(slack)}`}.`]),
    `Seed ${seed}, stream ${stream}.`,
  ].join(" ");
}

/** The same of an experiment. */
export function explainOutcome(outcome: Outcome, expected: string): string {
  const { name, probability, verdict, reason, firstFailure, seed } = outcome;
  return [
    `"holds with probability at least ${probability}" is ${verdict}; expected ${expected}.`,
    `${reason}.`,
    ...rateText(outcome),
    ...(firstFailure === null ? [] : [`Draw ${firstFailure} is the first that failed.`]),
    `Seed ${seed}, name ${JSON.stringify(name)}.`,
  ].join(" ");
}
