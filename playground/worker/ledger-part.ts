import { AuditError, audit, type Claim, formatNumber, type Row } from "lemmacheck";
import { DECISION_ALPHA } from "lemmacheck/statistics";
import { escapeHtml } from "../../reports/escape-html.js";
import { reasonText, verdictText } from "../../reports/format.js";
import { cellOf, type Setting } from "./setting.js";

/** Gaussians that a decision by draws may take: two seconds of one core. */
const GAUSSIANS = 5e8;

/** The statements about ψ, d, k and γ alone, in the order of the paper. */
export function statementsHere(claims: readonly Claim[]): Claim[] {
  const known = new Set(["psi", "d", "k", "gamma"]);
  return claims.filter(
    ({ parameters }) =>
      parameters.every(({ name }) => known.has(name)) && parameters.some(({ name }) => name === "d" || name === "k"),
  );
}

const HEADS = ["statement", "form", "verdict", "bound", "observed", "slack", "why"];

function line(
  label: string,
  form: string,
  kind: string,
  verdict: string,
  numbers: readonly string[],
  reason: string,
): string {
  const classes = ["", kind, ...numbers.map(() => "number"), "why"];
  const cells = [form, verdict, ...numbers, reason].map(
    (text, i) => `<td class="${classes[i]}" data-title="${HEADS[i + 1]}">${escapeHtml(text)}</td>`,
  );
  return `<tr><th scope="row">${escapeHtml(label)}</th>${cells.join("")}</tr>`;
}

function rowLine({ label }: Claim, row: Row): string {
  const numbers = [formatNumber(row.bound), formatNumber(row.observedQuantile), formatNumber(row.slack)];
  return line(label, row.form, row.verdict, verdictText(row), numbers, reasonText(row, new Map()));
}

/** What is known so far. */
interface SoFar {
  readonly lines: string[];
  /** The statements that say nothing here, by why. */
  readonly silent: Map<string, Set<string>>;
}

function table({ lines, silent }: SoFar, left: number): string {
  const heads = HEADS.map((head) => `<th scope="col">${head}</th>`);
  const reasons = [...silent].map(
    ([reason, labels]) => `<li>${escapeHtml([...labels].join(", "))}: ${escapeHtml(reason)}</li>`,
  );
  const nothing = reasons.length === 0 ? "" : `<h3>Say nothing here</h3><ul class="silent">${reasons.join("")}</ul>`;
  const rest = left === 0 ? "All are audited." : `${left} are still to be audited.`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="Statements at this cell"><table class="stacked"><thead><tr>${heads.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table></div><p>${rest} Each decision by draws is wrong with probability at most ${DECISION_ALPHA}.</p>${nothing}`;
}

/** Every statement at this cell, audited one after the other by the auditor of the command line. */
export async function* ledgerPart(
  claims: readonly Claim[],
  setting: Setting,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const cell: Readonly<Record<string, string | number>> = cellOf(setting);
  const soFar: SoFar = { lines: [], silent: new Map() };
  const questions = statementsHere(claims).flatMap((claim) =>
    (claim.forms.repaired ? (["printed", "repaired"] as const) : (["printed"] as const)).map((form) => ({
      claim,
      form,
    })),
  );
  for (const [i, { claim, form }] of questions.entries()) {
    const own = Object.fromEntries(claim.parameters.map(({ name }) => [name, cell[name]]));
    try {
      const row = await audit({ claim, form, cell: own }, { gaussians: GAUSSIANS, signal });
      if (row.verdict === "not-applicable") {
        const reason = reasonText(row, new Map());
        soFar.silent.set(reason, (soFar.silent.get(reason) ?? new Set()).add(claim.label));
      } else soFar.lines.push(rowLine(claim, row));
    } catch (error) {
      if (!(error instanceof AuditError || error instanceof RangeError)) throw error;
      soFar.lines.push(line(claim.label, form, "inconclusive", "cannot be judged", ["—", "—", "—"], error.message));
    }
    yield table(soFar, questions.length - i - 1);
  }
}
