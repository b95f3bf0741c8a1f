import { auditCommandText } from "../src/auditor/audit-command-text.js";
import { SEVERITIES } from "../src/auditor/errata.js";
import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { auditBibtex, bibtexOf } from "./bibtex.js";
import { citation } from "./citation.js";
import { columns } from "./columns.js";
import { escapeMarkdown } from "./escape-markdown.js";
import { findings } from "./findings.js";
import type { PageOptions } from "./html.js";
import { ledgerLines } from "./ledger-lines.js";
import { prose } from "./prose.js";
import { refutedErrata } from "./refuted-errata.js";
import { type Standing, standings, standingText, verdictSentence } from "./standing.js";
import { verdictLine } from "./summary.js";
import { tellingRows } from "./telling-rows.js";
import { NO_TEXTS, type Texts } from "./texts.js";
import { visible } from "./visible.js";

/** Rows of one statement that are written out. */
const MOST_ROWS = 60;

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A text that nothing in it ends, if fences stand around it. */
const codeText = (text: string) => visible(text).replaceAll("`", "'");

/** A text between backticks: on one line, since an empty one would end it. */
const inlineCode = (text: string) => `\`${codeText(text).replaceAll(/\s+/g, " ")}\``;

/** Prose of a paper, with the code in it. */
const proseMarkdown = (text: string) =>
  prose(text)
    .map(({ kind, text: own, typed }) => (kind === "code" ? inlineCode(own) : escapeMarkdown(typed)))
    .join("");

/** A formula between fences that GitHub and pandoc read; nothing in it may end the fence. */
const formula = (latex: string) => `\`\`\`math\n${codeText(latex).replaceAll("<", String.raw`\lt `)}\n\`\`\``;

function statementMarkdown(standing: Standing, texts: Texts): string {
  const { statement, label, claim, rows } = standing;
  const shown = tellingRows(rows, MOST_ROWS);
  return [
    `### ${escapeMarkdown(label)}: ${standingText(standing)}`,
    inlineCode(claim),
    ...(statement
      ? [
          `> ${escapeMarkdown(statement.quote)}`,
          formula(statement.latex),
          ...(statement.reading === null ? [] : [`A reading: ${proseMarkdown(statement.reading)}.`]),
          ...(statement.repaired
            ? ["Repaired:", formula(statement.repaired.latex), proseMarkdown(statement.repaired.reason)]
            : []),
        ]
      : []),
    `${verdictLine(rows)}.`,
    findings(rows, texts)
      .map(({ title, text }) => `- ${title}: ${escapeMarkdown(text)}`)
      .join("\n"),
    [
      line(columns.map(({ title }) => title)),
      line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
      ...shown.map((row) => line(columns.map((column) => escapeMarkdown(column.text(row, texts))))),
    ].join("\n"),
    ...(shown.length < rows.length ? [`The ${shown.length} of ${rows.length} rows that tell most.`] : []),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The errata that rows have refuted, the gravest first. */
function errataMarkdown(all: readonly Standing[], texts: Texts): string[] {
  const refuted = refutedErrata(all, texts);
  if (refuted.length === 0) return [];
  return [
    "## Errata",
    ...refuted.flatMap(({ statement: { label, latex, repaired }, entry }) => {
      const command = entry && `lemmacheck ${auditCommandText(entry.id, "printed", entry.counterexample)}`;
      return [
        `### ${escapeMarkdown(label)}${entry ? `: ${SEVERITIES[entry.severity]}` : ""}`,
        formula(latex),
        ...(entry && command
          ? [`Refuted by ${inlineCode(command)}, decided by ${escapeMarkdown(entry.decided)}.`]
          : []),
        ...(repaired
          ? ["Repaired:", formula(repaired.latex), proseMarkdown(repaired.reason)]
          : ["No repair is known."]),
      ];
    }),
    ...[...texts.values()].flatMap(({ errata: { misprints } }) =>
      misprints.length > 0
        ? ["Misprints beside these:", misprints.map((one) => `- ${proseMarkdown(one)}`).join("\n")]
        : [],
    ),
  ];
}

/** The report as Markdown: what was found, the ledger, then each statement with its formulas and rows. */
export function toMarkdown(rows: readonly Row[], texts: Texts = NO_TEXTS, { runs = [] }: PageOptions = {}): string {
  const all = standings(rows, texts);
  const ledger = [
    line(["statement", "claim", "as printed", "repaired", "slack", "worst cell", "fails there", "decided by"]),
    line(["---", "---", "---", "---", "---:", "---", "---:", "---"]),
    ...ledgerLines(all, texts).map(({ standing, printed, repaired, slack, where, failure, method }) =>
      line(
        [
          standing.label,
          standing.claim,
          printed,
          repaired,
          slack === null ? "" : formatNumber(slack),
          where,
          failure,
          method,
        ].map(escapeMarkdown),
      ),
    ),
  ].join("\n");
  const papers = [...texts.values()];
  return `${[
    `# ${papers.length > 0 ? papers.map(({ title }) => escapeMarkdown(title)).join("; ") : "Audited statements"}`,
    ...papers.map((paper) => escapeMarkdown(citation(paper))),
    verdictSentence(all),
    `${verdictLine(rows)}.`,
    ...runs.map(
      ({ started, lemmacheck, seed, spent, command }) =>
        `Made ${started.slice(0, 10)} by lemmacheck ${escapeMarkdown(lemmacheck)}, seed ${escapeMarkdown(seed)}; a false verdict anywhere has probability at most ${formatNumber(spent)}. The same again: ${inlineCode(command)}`,
    ),
    "## The ledger",
    ledger,
    "## Statements",
    ...all.map((standing) => statementMarkdown(standing, texts)),
    ...errataMarkdown(all, texts),
    "## Columns",
    columns.map(({ title, meaning }) => `- ${title}: ${meaning}`).join("\n"),
    ...(papers.length > 0
      ? [
          "## How to cite",
          ...papers
            .flatMap((paper) => [bibtexOf(paper), ...runs.map((run) => auditBibtex(paper, run))])
            .map((entry) => `\`\`\`bibtex\n${codeText(entry)}\n\`\`\``),
        ]
      : []),
  ].join("\n\n")}\n`;
}
