import type { Claim, Hypothesis } from "../auditor/claim.js";
import { decidedBy } from "../auditor/decided-by.js";
import { errataOf } from "../auditor/errata.js";
import { jsonText } from "../auditor/json-text.js";
import { printedHypotheses } from "../auditor/printed-hypotheses.js";
import { labelOf } from "../auditor/reading.js";
import { formNames } from "../auditor/statement.js";
import { unicodeMath } from "../auditor/unicode-math.js";
import type { Context } from "./context.js";
import { errataJson, errataLines } from "./errata-text.js";
import { type FrontierSetting, frontierLines, frontierOf, frontiersOf, frontierText } from "./frontier-text.js";
import { selectClaims } from "./select-claims.js";
import { UsageError } from "./usage-error.js";

/** The options of `claims`, as typed; those of cells are read apart. */
export interface ClaimsFlags {
  readonly frontier?: boolean;
  readonly errata?: boolean;
  readonly json?: boolean;
}

const latexOf = (hypotheses: readonly Hypothesis<never>[] = []) => hypotheses.map(({ latex }) => latex);

/** What a claim rests on, by statement or by proof, once each. */
const usesOf = ({ uses }: Claim) => [...new Set([...(uses?.statement ?? []), ...(uses?.proof ?? [])])];

const regionOf = (claim: Claim) => ("region" in claim && claim.region) || null;

/** What a grid holds, where values that are made from others have no JSON. */
const gridJson = (grid: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(grid).map(([name, values]) => [
      name,
      typeof values === "function" ? "made from the others" : values,
    ]),
  );

/** A claim as `claims --json` prints it; in full, with what each form, witness and mutant is. */
function toJson(claim: Claim, inFull: boolean, setting: FrontierSetting): Record<string, unknown> {
  const { id, kind, latex, quote, reading = null, hypotheses, forms } = claim;
  const summary = {
    id,
    label: labelOf(claim),
    kind,
    forms: formNames(claim),
    latex,
    quote,
    hypotheses: latexOf(hypotheses),
    uses: usesOf(claim),
  };
  if (!inFull) return summary;
  const { printed, repaired } = forms;
  return {
    ...summary,
    parameters: claim.parameters.map(({ name, symbol, about, domain }) => ({
      name,
      symbol,
      about,
      mustBe: domain.mustBe,
    })),
    relation: claim.relation,
    strict: claim.kind === "whp" && (claim.strict ?? false),
    sampler: claim.draw.id,
    exact: claim.kind === "whp" && claim.exact !== undefined,
    everyGamma: claim.kind === "whp" && (claim.everyGamma ?? false),
    reading,
    freeConstants: claim.freeConstants?.audited ?? null,
    inProof: claim.kind === "step" || (claim.inProof ?? false),
    restsOn: { statement: claim.uses?.statement ?? [], proof: claim.uses?.proof ?? [] },
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
    region: regionOf(claim),
    frontier: frontierOf(claim, setting),
    cells: claim.cells.map(gridJson),
    witness: claim.witness ?? null,
    mutants: Object.fromEntries(
      Object.entries(claim.mutants).map(([name, { at, of }]) => [name, { of: of ?? "printed", at }]),
    ),
  };
}

function toText(claim: Claim, setting: FrontierSetting): string {
  const { printed, repaired } = claim.forms;
  const found = frontierOf(claim, setting);
  const region = regionOf(claim);
  const uses = usesOf(claim);
  const lines = [
    `${labelOf(claim)}  (${claim.id}, ${claim.kind}${claim.inProof ? ", inside a proof" : ""})`,
    "",
    `  ${claim.quote}`,
    "",
    `  ${unicodeMath(claim.latex)}`,
    ...latexOf(printedHypotheses(claim)).map((latex) => `  assuming ${unicodeMath(latex)}`),
    ...(claim.reading === undefined ? [] : [`  a reading: ${claim.reading}`]),
    ...(claim.freeConstants ? [`  its constants are free: audited with ${claim.freeConstants.audited}`] : []),
    ...(printed.refutedAt
      ? [
          `  ${claim.reading === undefined ? "refuted as printed" : "refuted, the reading,"} at ${JSON.stringify(printed.refutedAt)}`,
        ]
      : []),
    ...(repaired ? ["", "Repaired", `  ${unicodeMath(repaired.latex)}`, `  ${repaired.reason}`] : []),
    "",
    "Does not say",
    ...claim.nonClaims.map((text) => `  ${text}`),
    "",
    `Parameters  ${claim.parameters.map(({ name }) => name).join(", ")}`,
    `Decided by  ${decidedBy(claim)}`,
    ...(uses.length > 0 ? [`Rests on    ${uses.join(", ")}`] : []),
    ...(region ? [`All cells   by ${region.method}: ${region.note}`] : []),
    ...(claim.witness ? [`Witness     ${JSON.stringify(claim.witness)}`] : []),
    ...(found ? frontierText(claim, found) : []),
    "Mutants that the audit refutes",
    ...Object.entries(claim.mutants).map(([name, { at }]) => `  ${name}, at ${JSON.stringify(at)}`),
  ];
  return lines.join("\n");
}

/** `claims [CLAIM] [--frontier|--errata] [--json]`: the ledger, or one statement in full, with its frontier at the cell options; or what is false as printed. */
export async function claimsCommand(
  name: string | undefined,
  { frontier: map = false, errata = false, json = false }: ClaimsFlags,
  setting: FrontierSetting & { auditFlagOf(name: string): string },
  { open, output }: Context,
): Promise<void> {
  const [asked] = Object.entries(setting.overrides);
  if (name === undefined && !map && asked)
    throw new UsageError(
      `${setting.flagOf(asked[0])} is ${asked[1]?.join(",")}; it must be left out without CLAIM or --frontier`,
    );
  const claims = await selectClaims(open, name === undefined ? [] : [name]);
  if (errata) {
    if (map) throw new UsageError("--frontier is given; it must be left out with --errata");
    const all = errataOf(open.paper, await open.claims());
    const found = {
      ...all,
      entries: all.entries.filter(({ id }) => claims.some((claim) => claim.id === id)),
      // They belong to no claim.
      misprints: name === undefined ? all.misprints : [],
    };
    const { auditFlagOf } = setting;
    output.print(json ? jsonText(errataJson(found, auditFlagOf), 2) : errataLines(found, auditFlagOf).join("\n"));
  } else if (map) {
    const found = frontiersOf(claims, setting);
    output.print(json ? jsonText(found, 2) : frontierLines(found).join("\n"));
  } else if (json) {
    const entries = claims.map((claim) => toJson(claim, name !== undefined, setting));
    output.print(jsonText(entries, 2));
  } else if (name !== undefined) output.print(claims.map((claim) => toText(claim, setting)).join("\n\n"));
  else {
    const line = (claim: Claim) =>
      `${claim.id.padEnd(14)} ${labelOf(claim).padEnd(10)} ${formNames(claim).join(", ").padEnd(18)} ${unicodeMath(claim.latex)}`;
    output.print(claims.map(line).join("\n"));
  }
}
