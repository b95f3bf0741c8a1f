import { type Claim, formNames, type Hypothesis, nothing } from "lemmacheck";
import { claims as ledger } from "../../bounds/index.js";
import { selectClaims } from "./plan-audit.js";

const latexOf = (hypotheses: readonly Hypothesis<never>[] = []) => hypotheses.map(({ latex }) => latex);

/** A claim as `claims --json` prints it; in full, with what each form, witness and mutant is. */
function toJson(claim: Claim, inFull: boolean): Record<string, unknown> {
  const { id, label, kind, latex, quote, hypotheses, forms } = claim;
  const summary = { id, label, kind, forms: formNames(claim), latex, quote, hypotheses: latexOf(hypotheses) };
  if (!inFull) return summary;
  const { printed, repaired } = forms;
  return {
    ...summary,
    parameters: claim.parameters,
    relation: claim.relation,
    sampler: claim.draw.id,
    exact: claim.exact !== undefined,
    everyGamma: claim.everyGamma ?? false,
    nonClaims: claim.nonClaims,
    printed: { hypotheses: latexOf(printed.hypotheses), refutedAt: printed.refutedAt ?? null },
    repaired: repaired
      ? {
          latex: repaired.latex,
          reason: repaired.reason,
          hypotheses: latexOf(repaired.hypotheses),
          refutedAt: repaired.refutedAt ?? null,
        }
      : null,
    region: claim.region ?? null,
    cells: claim.cells,
    witness: claim.witness ?? null,
    mutants: Object.fromEntries(
      Object.entries(claim.mutants).map(([name, { at, of }]) => [name, { of: of ?? "printed", at }]),
    ),
  };
}

function decidedBy({ exact, draw }: Claim): string {
  if (draw.id === nothing.id) return "evaluating both sides at the cell";
  return exact ? "computing the failure probability" : `draws of the ${draw.id} law`;
}

function toText(claim: Claim): string {
  const { printed, repaired } = claim.forms;
  const lines = [
    `${claim.label}  (${claim.id}, ${claim.kind})`,
    "",
    `  ${claim.quote}`,
    "",
    `  ${claim.latex}`,
    ...latexOf([...claim.hypotheses, ...(printed.hypotheses ?? [])]).map((latex) => `  assuming ${latex}`),
    ...(printed.refutedAt ? [`  refuted as printed at ${JSON.stringify(printed.refutedAt)}`] : []),
    ...(repaired ? ["", "Repaired", `  ${repaired.latex}`, `  ${repaired.reason}`] : []),
    "",
    "Does not say",
    ...claim.nonClaims.map((text) => `  ${text}`),
    "",
    `Parameters  ${claim.parameters.join(", ")}`,
    `Decided by  ${decidedBy(claim)}`,
    ...(claim.region ? [`All cells   by ${claim.region.method}: ${claim.region.note}`] : []),
    ...(claim.witness ? [`Witness     ${JSON.stringify(claim.witness)}`] : []),
    "Mutants that the audit refutes",
    ...Object.entries(claim.mutants).map(([name, { at }]) => `  ${name}, at ${JSON.stringify(at)}`),
  ];
  return lines.join("\n");
}

/** `claims [CLAIM] [--json]`: the ledger, or one statement in full. */
export function claimsCommand(id: string | undefined, { json = false }: { json?: boolean }): void {
  const claims = selectClaims(ledger, id === undefined ? [] : [id]);
  if (json) {
    process.stdout.write(
      `${JSON.stringify(
        claims.map((claim) => toJson(claim, id !== undefined)),
        null,
        2,
      )}\n`,
    );
  } else if (id !== undefined) {
    process.stdout.write(`${claims.map(toText).join("\n")}\n`);
  } else {
    for (const claim of claims) {
      process.stdout.write(
        `${claim.id.padEnd(14)} ${claim.label.padEnd(10)} ${formNames(claim).join(", ").padEnd(18)} ${claim.latex}\n`,
      );
    }
  }
}
