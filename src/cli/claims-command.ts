import {
  type Activation,
  type Claim,
  type Frontier,
  type FrontierPoint,
  formNames,
  frontier,
  type Hypothesis,
  type LooseCell,
  nothing,
  someCell,
} from "lemmacheck";
import { formatNumber } from "../../reports/format.js";
import { openLedger } from "./open-ledger.js";
import { parseActivation, parseGamma } from "./parse-options.js";
import { selectClaims } from "./plan-audit.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** The options of `claims`, as typed. */
interface ClaimsFlags {
  readonly psi?: string;
  readonly gamma?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** The options, and the activations of the config. */
interface Setting extends ClaimsFlags {
  readonly activations: readonly Activation[];
}

/** From where on a claim says something at its witness, with ψ and γ as given. */
function frontierOf(claim: Claim, { psi, gamma, activations }: Setting): Frontier | null {
  const given: Record<string, string | number> = {
    ...(psi === undefined ? {} : { psi: parseActivation("--psi", psi, activations).id }),
    ...(gamma === undefined ? {} : { gamma: parseGamma("--gamma", gamma) }),
  };
  for (const [name, value] of Object.entries(given)) {
    if (!claim.parameters.some((known) => known === name))
      throw new UsageError(
        `--${name} is ${shown(String(value))}; it must be left out, since ${claim.id} has no such parameter`,
      );
  }
  return frontier(claim, { ...someCell(claim), ...given }, activations);
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

const pointText = (point: FrontierPoint) =>
  Object.entries(point)
    .map(([name, size]) => `${name} = ${formatNumber(size)}`)
    .join(" with ");

/** The frontier on a line or two: sizes first, then what was kept. */
function frontierText({ trivial }: Claim, found: Frontier): string[] {
  const kept: LooseCell = Object.fromEntries(
    Object.entries(found.cell).filter(([name]) => name !== "d" && name !== "k"),
  );
  const points = [found.d, found.k].filter((point) => point !== null);
  const sizes = points.length === 0 ? "no size up to 1e60" : `from ${points.map(pointText).join(", from ")}`;
  const what = trivial ? "Says more than is known without it" : "Applies";
  return [`${what} (${found.form})`, `  ${sizes}, at ${JSON.stringify(kept)}`];
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
  for (const name of ["psi", "gamma"] as const) {
    const value = flags[name];
    if (id === undefined && value !== undefined)
      throw new UsageError(`--${name} is ${shown(value)}; it must be left out without CLAIM`);
  }
  const { claims: all, activations } = await openLedger(flags.config);
  const setting = { ...flags, activations };
  const claims = selectClaims(all, id === undefined ? [] : [id]);
  if (flags.json) {
    process.stdout.write(
      `${JSON.stringify(
        claims.map((claim) => toJson(claim, id !== undefined, setting)),
        null,
        2,
      )}\n`,
    );
  } else if (id !== undefined) {
    process.stdout.write(`${claims.map((claim) => toText(claim, setting)).join("\n")}\n`);
  } else {
    for (const claim of claims) {
      process.stdout.write(
        `${claim.id.padEnd(14)} ${claim.label.padEnd(10)} ${formNames(claim).join(", ").padEnd(18)} ${claim.latex}\n`,
      );
    }
  }
}
