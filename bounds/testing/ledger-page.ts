import { type AnyParameter, audit, type Claim, drawCost, type Hypothesis, type Question, type Row } from "lemmacheck";
import { gridCells } from "../../src/auditor/grid-cells.js";
import { trueForm } from "../../src/auditor/statement.js";

/** What the draws of a row may cost, in Gaussians; how many they are at least, and at most. */
const [GAUSSIANS, LEAST, MOST] = [2e5, 4, 64];
/** A draw that costs more is not made. */
const REACH = 5e6;
/** What of a row says nothing of the claim, or is told elsewhere on the page. */
const LEFT_OUT = new Set(
  "schema paper claim form kind cell resolved seed stream milliseconds mutant label alpha verdict method reason".split(
    " ",
  ),
);

/** Nine digits, which is what errors leave of most values; what is no number as it is. */
const short = (x: unknown): string =>
  typeof x === "number"
    ? String(Number(x.toPrecision(9)))
    : Array.isArray(x)
      ? `[${x.map(short).join(", ")}]`
      : String(x);
const told = (of: object) =>
  Object.entries(of)
    .map(([name, x]) => `${name} ${short(x)}`)
    .join(", ");

function hypothesisText(hypothesis: Hypothesis<never>): string {
  return "parameter" in hypothesis
    ? `$${hypothesis.latex}$ (least ${hypothesis.parameter.name})`
    : `$${hypothesis.latex}$`;
}

/** What is asked of a claim at the cells that it names. */
function* questions(claim: Claim): Generator<readonly [what: string, Omit<Question, "seed">]> {
  const { forms, witness, mutants } = claim;
  const holding = trueForm(claim);
  if (witness) yield [`${holding}, its witness`, { claim, form: holding, cell: witness }];
  for (const form of ["printed", "repaired"] as const) {
    const at = forms[form]?.refutedAt;
    if (at) yield [`${form}, where it is false`, { claim, form, cell: at }];
  }
  for (const [mutant, { at, of = "printed" }] of Object.entries(mutants))
    yield [`${of}, spoiled: ${mutant}`, { claim, form: of, mutant, cell: at }];
}

/** The cells of a default audit, grid by grid: as it lists them, or one by one where it makes them. */
function gridTexts(claim: Claim): readonly string[] {
  return claim.cells.map((grid) => {
    const made = Object.values(grid).some((values) => typeof values === "function");
    return made
      ? gridCells({ ...claim, cells: [grid] }, {})
          .map(told)
          .join("; ")
      : told(grid);
  });
}

function rowText(what: string, row: Row, reading: string): string {
  const facts = Object.entries(row).filter(([name, x]) => x !== null && !LEFT_OUT.has(name));
  const reason = (row.reason ?? "")
    .replace(reading, "")
    .replace(/; $/, "")
    .replaceAll(/\d+\.\d{9,}/g, (digits) => short(Number(digits)));
  const found = `${row.verdict} (${row.method}${reason && `: ${reason}`})`;
  return `- ${what}. At ${told(row.cell)}: ${found}. ${told(Object.fromEntries(facts))}`;
}

/** What the ledger says of one claim, as Markdown. */
export function claimText(claim: Claim): string {
  const { forms, uses } = claim;
  return [
    `## ${claim.label}: \`${claim.id}\``,
    "",
    `> ${claim.quote}`,
    "",
    `$$${claim.latex}$$`,
    "",
    `- ${claim.kind}${claim.inProof ? ", in a proof" : ""}; parameters: ${claim.parameters.map(({ name }: AnyParameter) => name).join(", ")}`,
    ...(claim.quantity === undefined ? [] : [`- Quantity: $${claim.quantity}$`]),
    ...(claim.reading === undefined ? [] : [`- Reading: ${claim.reading}`]),
    ...(claim.freeConstants ? [`- Free constants: ${claim.freeConstants.audited}`] : []),
    ...(claim.hypotheses.length > 0 ? [`- Hypotheses: ${claim.hypotheses.map(hypothesisText).join("; ")}`] : []),
    ...claim.nonClaims.map((text) => `- Not said: ${text}`),
    ...Object.entries(uses ?? {}).map(([who, ids]) => `- Its ${who} uses ${ids.join(", ")}`),
    ...("region" in claim && claim.region
      ? [`- Known over a region (${claim.region.method}): ${claim.region.note}`]
      : []),
    ...(forms.repaired ? [`- Repaired: $${forms.repaired.latex}$. ${forms.repaired.reason}`] : []),
    `- ${gridCells(claim, {}).length} cells of a default audit:`,
    ...gridTexts(claim).map((text) => `  - ${text}`),
  ].join("\n");
}

/** What the auditor finds at the cells that a claim names, as Markdown. */
export async function claimRows(claim: Claim): Promise<string> {
  const lines: string[] = [];
  for (const [what, question] of questions(claim)) {
    const draws = Math.max(LEAST, Math.min(MOST, Math.floor(GAUSSIANS / drawCost(claim, question.cell))));
    const row = await audit({ ...question, seed: "ledger" }, { draws, reach: REACH });
    lines.push(rowText(what, row, `a reading: ${claim.reading}`));
  }
  return lines.join("\n");
}
