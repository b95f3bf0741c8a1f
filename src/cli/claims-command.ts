import { type Activation, type Claim, formNames, type Hypothesis, nothing } from "lemmacheck";
import { frontierLines, frontierOf, frontiersOf, frontierText } from "./frontier-text.js";
import { openLedger } from "./open-ledger.js";
import { selectClaims } from "./plan-audit.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** The options of `claims`, as typed. */
interface ClaimsFlags {
  readonly psi?: string;
  readonly gamma?: string;
  readonly config?: string;
  readonly frontier?: boolean;
  readonly json?: boolean;
}

/** The options, and the activations of the config. */
interface Setting extends ClaimsFlags {
  readonly activations: readonly Activation[];
}

const latexOf = (hypotheses: readonly Hypothesis<never>[] = []) => hypotheses.map(({ latex }) => latex);

/** A claim as `claims --json` prints it; in full, with what each form, witness and mutant is. */
function toJson(claim: Claim, inFull: boolean, setting: Setting): Record<string, unknown> {
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
    frontier: frontierOf(claim, setting),
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

function toText(claim: Claim, setting: Setting): string {
  const { printed, repaired } = claim.forms;
  const found = frontierOf(claim, setting);
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
    ...(found ? frontierText(claim, found) : []),
    "Mutants that the audit refutes",
    ...Object.entries(claim.mutants).map(([name, { at }]) => `  ${name}, at ${JSON.stringify(at)}`),
  ];
  return lines.join("\n");
}

/** `claims [CLAIM] [--json]`: the ledger, or one statement in full, with its frontier at --psi and --gamma. */
export async function claimsCommand(id: string | undefined, flags: ClaimsFlags): Promise<void> {
  const { frontier: map = false, json = false } = flags;
  for (const name of ["psi", "gamma"] as const) {
    const value = flags[name];
    if (id === undefined && !map && value !== undefined)
      throw new UsageError(`--${name} is ${shown(value)}; it must be left out without CLAIM or --frontier`);
  }
  const { claims: all, activations } = await openLedger(flags.config);
  const setting = { ...flags, activations };
  const claims = selectClaims(all, id === undefined ? [] : [id]);
  const print = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);
  if (map) {
    const found = frontiersOf(claims, setting);
    print(json ? [JSON.stringify(found, null, 2)] : frontierLines(found));
  } else if (json) {
    const entries = claims.map((claim) => toJson(claim, id !== undefined, setting));
    print([JSON.stringify(entries, null, 2)]);
  } else if (id !== undefined) print(claims.map((claim) => toText(claim, setting)));
  else {
    print(
      claims.map(
        (claim) =>
          `${claim.id.padEnd(14)} ${claim.label.padEnd(10)} ${formNames(claim).join(", ").padEnd(18)} ${claim.latex}`,
      ),
    );
  }
}
