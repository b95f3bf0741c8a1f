import { escapeMarkdown } from "../../reports/escape-markdown.js";
import { toJsonLines } from "../../reports/json-lines.js";
import { toJson } from "../auditor/json.js";
import { jsonText } from "../auditor/json-text.js";
import type { Repaired } from "../auditor/search/repairs/repaired.js";
import type { Searched } from "../auditor/search/searched.js";
import { counted } from "../numbers/counted.js";
import { formatNumber } from "../numbers/format-number.js";
import { budgetLine } from "./budget-line.js";
import type { SearchJob } from "./search-options.js";
import type { FileContent } from "./write-files.js";

/** A search and what came of it. */
export interface Done {
  readonly job: SearchJob;
  readonly searched: Searched;
  /** Null where it was not refuted, or no repairs were looked for. */
  readonly repaired: Repaired | null;
}

/** What searches spent of the error budget, with those for repairs. */
export const spentBy = (all: readonly Done[]): number =>
  all.reduce((sum, { searched, repaired }) => sum + searched.result.effort.spent + (repaired?.spent ?? 0), 0);

const isKnown = ({ claim, form = "printed" }: SearchJob["question"]) => claim.forms[form]?.refutedAt !== undefined;

/** What came of it, in a few words. */
function outcome({ job: { question }, searched: { result } }: Done): string {
  if (result.row) return isKnown(question) ? "refuted, as known" : "**refuted**";
  const { candidates, judged, failed } = result.effort;
  if (candidates === 0) return "no cell was looked at in the time";
  if (failed > 0 && judged === 0) return `never judged; the claim itself failed at ${counted(failed, "cell")}`;
  if (judged === 0) return "it says nothing at any cell that was looked at";
  const not = isKnown(question) ? "not refuted, though known to be false" : "not refuted";
  const facts = [
    not,
    ...(failed > 0 ? [`the claim itself failed at ${counted(failed, "cell")}`] : []),
    ...(result.effort.exhausted ? ["exhausted"] : []),
    ...(result.effort.unlisted.length > 0 ? ["no other cell is known"] : []),
  ];
  return facts.join("; ");
}

function tableLine(done: Done): string {
  const { question } = done.job;
  const { result, found, coreSeconds } = done.searched;
  const { candidates, judged } = result.effort;
  const cell = result.row?.cell ?? result.nearest?.cell;
  const at = cell ? `${result.row ? "" : "nearest "}${escapeMarkdown(JSON.stringify(cell))}` : "";
  const when = found === null ? "" : found.toFixed(1);
  return `| ${escapeMarkdown(question.claim.id)} | ${question.form} | ${outcome(done)} | ${when} | ${coreSeconds === null ? "" : coreSeconds.toFixed(1)} | ${formatNumber(candidates)} (${formatNumber(judged)}) | ${at} |`;
}

const isFound = ({ searched }: Done) => searched.result.row !== null;

/** Whether it ended because there was no other cell to look at. */
const isEnded = ({ searched: { result } }: Done) => result.effort.exhausted || result.effort.unlisted.length > 0;

/** How many were refuted, those that are known to be false apart where there are such. */
function refutedText(all: readonly Done[]): string {
  const [known, others] = [true, false].map((is) => all.filter(({ job }) => isKnown(job.question) === is));
  const [found, fresh] = [known, others].map((some) => some.filter(isFound).length);
  if (known.length === 0) return `${counted(fresh, "form")} ${fresh === 1 ? "was" : "were"} refuted.`;
  return `${found} of ${counted(known.length, "form")} that ${known.length === 1 ? "is" : "are"} known to be false ${found === 1 ? "was" : "were"} refuted, and ${counted(fresh, "other")}.`;
}

/** What a run of searches came to, for people. */
function summaryOf(all: readonly Done[], command: string): string {
  const lasting = new Set(
    all.filter((done) => !isFound(done) && !isEnded(done)).map(({ job: { question } }) => question.claim.id),
  );
  const times = [...lasting].map((id) =>
    all
      .filter(({ job: { question } }) => question.claim.id === id)
      .reduce((sum, { searched: { coreSeconds } }) => sum + (coreSeconds ?? Number.NaN), 0),
  );
  const least = Math.min(...times);
  const told = Number.isFinite(least)
    ? ` A claim with a form that
was neither refuted nor exhausted had ${least.toFixed(1)} core-seconds at least.`
    : "";
  const spent = spentBy(all);
  const ids = new Set(all.map(({ job: { question } }) => question.claim.id));
  return `# Searched

\`${command}\`

${counted(all.length, "form")} of ${counted(ids.size, "claim")} ${all.length === 1 ? "was" : "were"} searched, none of them with a look at what the ledger has of it: its cells,
witnesses, mutants, repaired forms and known counterexamples. ${refutedText(all)}
What was not refuted may still be false. ${budgetLine(spent)}

Seconds until the first refuted cell are by the clock, core-seconds those of all threads; exhausted is what has no other cell.${told}

| claim | form | outcome | found after, s | core-s | cells (judged) | cell |
| --- | --- | --- | --- | --- | --- | --- |
${all.map(tableLine).join("\n")}
`;
}

/** The files of --out: the refuted rows, all searches, and a table of them. */
export function searchFiles(all: readonly Done[], command: string): Record<string, FileContent> {
  return {
    "rows.jsonl": toJsonLines(all.flatMap(({ searched }) => searched.result.row ?? [])),
    "searches.jsonl": all
      .map(({ job: { question, limit }, searched: { result, ...rest }, repaired }) => {
        const { claim, form, seed } = question;
        const { first, nearest, effort, row } = result;
        const line = {
          claim: claim.id,
          form,
          seed,
          limit: limit.seconds,
          refuted: row?.cell ?? null,
          first,
          nearest,
          effort,
        };
        return `${jsonText(toJson({ ...line, ...rest, repairs: repaired?.lines ?? null }))}\n`;
      })
      .join(""),
    "search.md": summaryOf(all, command),
  };
}
