import { createHash } from "node:crypto";
import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { auditBibtex, bibtexOf } from "./bibtex.js";
import { citation } from "./citation.js";
import { columns } from "./columns.js";
import { escapeHtml } from "./escape-html.js";
import type { Figure } from "./figure.js";
import { figureFrontier } from "./figure-frontier.js";
import { figureGraph } from "./figure-graph.js";
import { STANDALONE_STYLE } from "./figure-style.js";
import { errataHtml } from "./html-errata.js";
import { exhibitsHtml } from "./html-exhibits.js";
import { ledgerHtml } from "./html-ledger.js";
import { figureHtml, sectionOf } from "./html-section.js";
import { ledgerLines, sectionTitles } from "./ledger-lines.js";
import { SCRIPT } from "./page-script.js";
import type { RunRecord } from "./run-record.js";
import { type Standing, standings, verdictSentence } from "./standing.js";
import { statementFigures } from "./statement-figures.js";
import { STYLE } from "./style.js";
import { countVerdicts, verdictLine } from "./summary.js";
import { NO_TEXTS, type PaperText, type Texts } from "./texts.js";

/** What a page may hold beside rows and texts. */
export interface PageOptions {
  /** The runs that the rows are of, as far as they are known. */
  readonly runs?: readonly RunRecord[];
  /** A section that compares two runs, ready made. */
  readonly changes?: string;
  /** The figures of a statement; they are drawn anew unless it is given. */
  readonly figures?: (standing: Standing) => readonly Figure[];
}

/** Characters of sections beyond which those that follow go without figures. */
const MOST_LENGTH = 3e6;

/** Rows that the tables of a page show, in all: more are in the files beside it. */
const MOST_ROWS = 1000;

function tile([count, label, kind]: readonly [number, string, string]): string {
  return `<li class="${kind}"><strong>${count}</strong>${escapeHtml(label)}</li>`;
}

function tiles(all: readonly Standing[], rows: readonly Row[]): string {
  const counts = countVerdicts(rows);
  const of = (status: Standing["status"]) => all.filter((own) => own.status === status).length;
  const entries: readonly (readonly [number, string, string])[] = [
    [of("holds"), "hold as printed", "good"],
    [of("vacuous"), "hold, but say nothing at the cells audited", ""],
    [of("false"), "false as printed", "bad"],
    [of("gap"), "steps that do not follow", "gap"],
    [of("fails"), "readings that fail", "fails"],
    [of("undecided"), "undecided", ""],
    [
      all.filter(({ refutedBelow, printed }) => refutedBelow.length > 0 && printed !== "refuted").length,
      "rest on something refuted",
      "",
    ],
    [counts.rows, counts.rows === 1 ? "cell judged" : "cells judged", ""],
  ];
  return `<ul class="tiles">${entries
    .filter(([count]) => count > 0)
    .map(tile)
    .join("")}</ul>
<p class="counts">${escapeHtml(verdictLine(rows))}. A vacuous row’s bound says no more there than is known without it.</p>`;
}

const fact = (title: string, text: string) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(text)}</dd>`;

function runFacts(run: RunRecord): string {
  return `<dl class="facts">${[
    fact("made", `${run.started.slice(0, 16).replace("T", " ")} UTC, in ${formatNumber(Math.round(run.seconds))} s`),
    fact("by", `lemmacheck ${run.lemmacheck}, Node ${run.node}, ${run.platform}`),
    fact("seed", run.seed),
    fact(
      "error budget",
      `a false verdict anywhere in the run has probability at most ${formatNumber(run.spent)} (budget ${formatNumber(run.budget)})`,
    ),
  ].join("")}</dl><p>The same rows again:</p><pre tabindex="0"><code>${escapeHtml(run.command)}</code></pre>`;
}

function about(rows: readonly Row[], texts: Texts, runs: readonly RunRecord[]): string {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const alphas = [...new Set(rows.flatMap(({ alpha }) => alpha ?? []))].toSorted((a, b) => a - b);
  const unknown = `<dl class="facts">${fact("seed", seeds.slice(0, 5).join(", "))}${alphas.length > 0 ? fact("error level", `${formatNumber(alphas[0])} a sampled decision`) : ""}</dl>`;
  const papers = [...texts.values()];
  const entry = (text: string) => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`;
  return `<section aria-labelledby="about"><h2 id="about">The run, and how to cite</h2><div class="two"><div>
${runs.length > 0 ? runs.map(runFacts).join("") : unknown}
<h3>What a verdict claims</h3>
<p>“Refuted” and “supported” are of a statement at the cells that were audited, each at its row’s error level; computed probabilities have proven ends and cost nothing. “Supported” is no proof for other cells. “Vacuous” bounds hold, and say no more there than is known without them. A reading is ours, where the paper prints less than can be audited: what refutes it refutes no more than that.</p></div>
<div>${papers.map((paper) => `<h3>How to cite ${papers.length > 1 ? escapeHtml(paper.title) : "the paper"}</h3><p>${escapeHtml(citation(paper))}</p>${entry(bibtexOf(paper))}`).join("")}
${runs.length > 0 && papers.length > 0 ? `<h3>How to cite this audit</h3>${papers.flatMap((paper) => runs.map((run) => entry(auditBibtex(paper, run)))).join("")}` : ""}
<h3>To take away</h3><ul><li><a href="rows.csv" download>rows.csv</a>, <a href="rows.jsonl" download>rows.jsonl</a>, <a href="rows.parquet" download>rows.parquet</a>: every field of every row</li><li><a href="tables.tex" download>tables.tex</a>: the ledger and the errata for a paper of yours</li><li><a href="report.md" download>report.md</a>: all of this as text</li><li>figures/: every figure as an SVG; “SVG” under a figure saves it from this page</li></ul></div></div></section>`;
}

/** The frontier maps that say most: of the statements for which the paper brings regions of its own, else of those that nothing rests on. */
function frontierMaps(
  all: readonly Standing[],
  texts: Texts,
): { readonly standing: Standing; readonly figure: Figure }[] {
  const own = new Set(["proof", "sharper", "practice"]);
  const maps = all.flatMap((standing) => {
    const found = standing.paper === null ? undefined : texts.get(standing.paper)?.maps.get(standing.claim);
    return (found ?? []).map((map, i) => ({ standing, map, i }));
  });
  const rich = maps.filter(({ map }) => map.regions.some(({ role }) => own.has(role)));
  const used = new Set(
    all.flatMap(({ statement }) => (statement ? [...statement.uses.statement, ...statement.uses.proof] : [])),
  );
  const chosen = rich.length > 0 ? rich : maps.filter(({ standing }) => !used.has(standing.claim)).slice(0, 2);
  return chosen.flatMap(({ standing, map, i }) => {
    const figure = figureFrontier(
      map,
      standing.rows.filter(({ mutant }) => mutant === null),
      texts,
      `top-${standing.anchor}-${i}`,
    );
    return figure
      ? [{ standing, figure: { ...figure, title: `${standing.label}: ${figure.title.toLowerCase()}` } }]
      : [];
  });
}

function head(all: readonly Standing[], rows: readonly Row[], texts: Texts, runs: readonly RunRecord[]): string {
  const papers = [...texts.values()].filter(({ id }) => rows.some(({ paper }) => paper === id));
  const date = runs.length > 0 ? ` · ${runs[0].started.slice(0, 10)}` : "";
  const title = (paper: PaperText) =>
    `<h1>${escapeHtml(paper.title)}</h1><p class="authors">${escapeHtml([paper.authors.join(", "), `${paper.year}`, paper.source].filter((text) => text !== "").join(" · "))}</p>`;
  const bad = all.some(({ printed }) => printed === "refuted");
  return `<header><p class="kicker">Audited statement by statement by lemmacheck${escapeHtml(date)}</p>
${papers.length > 0 ? papers.map(title).join("\n") : "<h1>Audited statements</h1>"}
<p class="finding${bad ? "" : " clean"}">${escapeHtml(verdictSentence(all))}</p>
${tiles(all, rows)}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The report as one page with nothing from outside: no script, font or picture to fetch.
 *
 * @param texts what is known of papers and statements beside their rows.
 */
export function toHtml(
  rows: readonly Row[],
  texts: Texts = NO_TEXTS,
  { runs = [], changes = "", figures = statementFigures(texts) }: PageOptions = {},
): string {
  const all = standings(rows, texts);
  const lines = ledgerLines(all, texts);
  const graph = figureGraph(all);
  const maps = frontierMaps(all, texts);
  const errata = errataHtml(all, texts);
  const rooms = [...texts.values()].flatMap((paper) => paper.rooms).filter(({ exhibits }) => exhibits.length > 0);
  const sectionTitle = sectionTitles(texts);
  const most = Math.max(8, Math.floor(MOST_ROWS / Math.max(1, all.length)));
  const papers = [...texts.values()];
  const name = papers.length > 0 ? papers.map(({ title }) => title).join("; ") : "Audited statements";
  const links = [
    ...(changes === "" ? [] : [["changes", "What changed"]]),
    ...(maps.length > 0 ? [["frontier", "How far theory is from practice"]] : []),
    ...(graph ? [["graph", "What rests on what"]] : []),
    ["ledger", "The ledger"],
    ["statements", "Statements"],
    ...rooms.map(({ id, title }) => [id, title]),
    ...(errata === "" ? [] : [["errata", "Errata"]]),
    ["about", "The run, and how to cite"],
  ];
  let [before, length] = ["", 0];
  const sections = all.map((standing) => {
    const title = sectionTitle(standing);
    const heading = title !== before && title !== "" ? `<p class="section-title">${escapeHtml(title)}</p>` : "";
    before = title;
    const room = { rows: length < MOST_LENGTH ? most : 4, figures: length < MOST_LENGTH ? figures(standing) : null };
    const section = heading + sectionOf(standing, all, texts, room);
    length += section.length;
    return section;
  });
  const hash = createHash("sha256").update(SCRIPT).digest("base64");
  const legend = columns.map(({ title, meaning }) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(meaning)}</dd>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)}: what holds, how loosely, and where it breaks</title>
<style>${STYLE}</style>
</head>
<body>
${head(all, rows, texts, runs)}
<nav aria-label="Parts of the page"><ul>${links.map(([id, text]) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`).join("")}</ul></nav></header>
<main>
${changes}
${maps.length > 0 ? `<section aria-labelledby="frontier"><h2 id="frontier">How far theory is from practice</h2><div class="frontiers">${maps.map(({ standing, figure }) => figureHtml(standing.anchor, figure, 3)).join("")}</div></section>` : ""}
${graph ? `<section aria-labelledby="graph"><h2 id="graph">What rests on what</h2><p>${sentence(graph.caption)}</p><figure><div class="graph-box" tabindex="0" role="region" aria-label="Graph of the paper">${graph.svg}</div><p class="graph-note" aria-live="polite"></p><figcaption><a class="save" download href="figures/graph.svg" aria-label="Save as SVG: the graph">SVG</a></figcaption></figure></section>` : ""}
<section aria-labelledby="ledger"><h2 id="ledger">The ledger</h2>
${ledgerHtml(lines, texts)}
</section>
<section aria-labelledby="statements"><h2 id="statements">Statements</h2>
${sections.join("\n")}
</section>
${exhibitsHtml(rooms)}
${errata}
${about(rows, texts, runs)}
<section aria-labelledby="columns"><h2 id="columns">Columns of the tables</h2><dl class="columns">${legend.join("")}</dl></section>
</main>
<footer>Made by lemmacheck. Formulas are set in a part of Latin Modern Math (GUST Font License).</footer>
<style id="figure-style" media="not all">${STANDALONE_STYLE}</style>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
