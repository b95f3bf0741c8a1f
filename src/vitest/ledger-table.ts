import { RUN_BUDGET, spentAlpha } from "../chance/error-budget.js";
import type { AuditRecord } from "./audit-record.js";
import { digits } from "./explain.js";
import { decisions, type Summary, summariseRecords } from "./summarise-records.js";

/** How a verdict is made to stand out, if it may be: text in, text out. */
export type Emphasis = (text: string, verdict: Summary["verdict"]) => string;

interface LedgerTableOptions {
  readonly emphasis?: Emphasis;
  /** How likely it is, at most, that draws contradicted right laws. */
  readonly agreement?: number;
}

const WIDEST = 60;

interface Column {
  readonly title: string;
  readonly numeric: boolean;
  readonly text: (summary: Summary) => string;
}

/** "0.0149 (≤ 0.04995)": the worst rate with its upper limit, or that it is exact. */
function rateText({ worst }: Summary): string {
  if (!worst || worst.failureRate === null) return "—";
  const limit = worst.exact ? "exact" : `≤ ${digits(worst.failureUpper ?? 1)}`;
  return `${digits(worst.failureRate)} (${limit})`;
}

/** 0.05, or "1 − 1e-12" where four digits would say 1. */
function allowedText({ worst }: Summary): string {
  if (!worst || worst.allowed === null) return "—";
  return worst.allowed > 0.999 ? `1 − ${digits(1 - worst.allowed)}` : digits(worst.allowed);
}

function slackText({ leastSlack, medianSlack }: Summary): string {
  if (leastSlack === null || medianSlack === null) return "—";
  return `${digits(leastSlack)} (${digits(medianSlack)})`;
}

const columns: readonly Column[] = [
  {
    title: "claim",
    numeric: false,
    text: ({ subject }) => (subject.length > WIDEST ? `${subject.slice(0, WIDEST - 1)}…` : subject),
  },
  { title: "cells", numeric: true, text: ({ cells }) => String(cells) },
  { title: "vacuous", numeric: true, text: ({ vacuous }) => String(vacuous) },
  { title: "inconclusive", numeric: true, text: ({ inconclusive }) => String(inconclusive) },
  { title: "not applicable", numeric: true, text: ({ notApplicable }) => String(notApplicable) },
  { title: "worst failure rate", numeric: true, text: rateText },
  { title: "allowed", numeric: true, text: allowedText },
  { title: "least slack (median)", numeric: true, text: slackText },
  {
    title: "verdict",
    numeric: false,
    text: ({ verdict, supported, refuted, cells }) =>
      verdict === "nothing shown"
        ? verdict
        : `${verdict} (${verdict === "supported" ? supported : refuted} of ${cells})`,
  },
];

/** "Error budget: 1.2e-9 of 1e-6 spent by 12 sampled decisions. Seed 1." */
function budgetLine(records: readonly AuditRecord[], agreement: number): string {
  const alphas = decisions(records).flatMap(({ alpha }) => (alpha === null ? [] : [alpha]));
  const spent = spentAlpha([...alphas, agreement]);
  const seeds = [...new Set(records.map(({ seed }) => seed))];
  return [
    `Error budget: ${digits(spent)} of ${digits(RUN_BUDGET)} spent by ${alphas.length} sampled decision${alphas.length === 1 ? "" : "s"}${agreement > 0 ? " and comparisons of draws with laws" : ""}`,
    spent > RUN_BUDGET ? ", which is MORE than a run may spend. " : ". ",
    `Seed${seeds.length === 1 ? "" : "s"} ${seeds.map((seed) => JSON.stringify(seed)).join(", ")}.`,
  ].join("");
}

/**
 * The ledger as lines of text: a table of what each claim and experiment came to, and what the run has spent of its
 * error budget. Cells that are vacuous, inconclusive or not applicable are counted and show nothing.
 */
export function ledgerTable(
  records: readonly AuditRecord[],
  { emphasis = (text) => text, agreement = 0 }: LedgerTableOptions = {},
): string[] {
  if (records.length === 0) return ["lemmacheck: no claim was audited in this run."];
  const summaries = summariseRecords(records);
  const widths = columns.map(({ title, text }) =>
    Math.max(title.length, ...summaries.map((summary) => text(summary).length)),
  );
  const line = (texts: readonly string[]) =>
    texts.map((text, i) => (columns[i].numeric ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join("  ");
  const last = columns.length - 1;
  const rows = summaries.map((summary) => {
    const texts = columns.map(({ text }) => text(summary));
    return `${line([...texts.slice(0, last), ""]).slice(0, -widths[last])}${emphasis(texts[last], summary.verdict)}`;
  });
  const mutants = decisions(records).filter(({ mutant }) => mutant);
  const caught = mutants.filter(({ verdict }) => verdict === "refuted").length;
  const table = [line(columns.map(({ title }) => title)).trimEnd(), ...rows, ""];
  return [
    ...(rows.length > 0 ? table : []),
    ...(mutants.length > 0 ? [`Mutants: ${caught} of ${mutants.length} refuted.`] : []),
    budgetLine(records, agreement),
  ];
}
