import { auditCommandText } from "../src/auditor/audit-command-text.js";
import { type Erratum, SEVERITIES } from "../src/auditor/errata.js";
import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { ledgerLines } from "./ledger-lines.js";
import { isLatex } from "./math.js";
import { prose } from "./prose.js";
import { refutedErrata } from "./refuted-errata.js";
import { type Standing, standings, verdictSentence } from "./standing.js";
import { NO_TEXTS, type Texts } from "./texts.js";
import { visible } from "./visible.js";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": String.raw`\textbackslash{}`,
  "~": String.raw`\textasciitilde{}`,
  "^": String.raw`\textasciicircum{}`,
  "<": String.raw`\textless{}`,
  ">": String.raw`\textgreater{}`,
  "|": String.raw`\textbar{}`,
  '"': String.raw`\textquotedbl{}`,
};

/** Letters beyond ASCII that formulas and reasons have, as every LaTeX knows them. */
const LETTERS: Readonly<Record<string, string>> = {
  α: String.raw`\alpha`,
  β: String.raw`\beta`,
  γ: String.raw`\gamma`,
  δ: String.raw`\delta`,
  ε: String.raw`\varepsilon`,
  ζ: String.raw`\zeta`,
  η: String.raw`\eta`,
  θ: String.raw`\theta`,
  κ: String.raw`\kappa`,
  λ: String.raw`\lambda`,
  μ: String.raw`\mu`,
  ν: String.raw`\nu`,
  ξ: String.raw`\xi`,
  π: String.raw`\pi`,
  ρ: String.raw`\rho`,
  σ: String.raw`\sigma`,
  τ: String.raw`\tau`,
  φ: String.raw`\varphi`,
  χ: String.raw`\chi`,
  ψ: String.raw`\psi`,
  ω: String.raw`\omega`,
  Γ: String.raw`\Gamma`,
  Δ: String.raw`\Delta`,
  Θ: String.raw`\Theta`,
  Λ: String.raw`\Lambda`,
  Π: String.raw`\Pi`,
  Σ: String.raw`\Sigma`,
  Φ: String.raw`\Phi`,
  Ψ: String.raw`\Psi`,
  Ω: String.raw`\Omega`,
  "‖": String.raw`\|`,
  "∇": String.raw`\nabla`,
  "≤": String.raw`\le`,
  "≥": String.raw`\ge`,
  "≠": String.raw`\ne`,
  "≈": String.raw`\approx`,
  "∝": String.raw`\propto`,
  "×": String.raw`\times`,
  "·": String.raw`\cdot`,
  "⋅": String.raw`\cdot`,
  "−": "-",
  "√": String.raw`\surd`,
  "∞": String.raw`\infty`,
  "∈": String.raw`\in`,
  "±": String.raw`\pm`,
  "→": String.raw`\to`,
  "⟨": String.raw`\langle`,
  "⟩": String.raw`\rangle`,
  "′": "'",
  "∼": String.raw`\sim`,
  ℓ: String.raw`\ell`,
  "≪": String.raw`\ll`,
  "≫": String.raw`\gg`,
  "∑": String.raw`\Sigma`,
  ᵀ: String.raw`^{\top}`,
  "⊤": String.raw`^{\top}`,
  "∫": String.raw`\int`,
  "∂": String.raw`\partial`,
  "∀": String.raw`\forall`,
  "∃": String.raw`\exists`,
  "⟹": String.raw`\Rightarrow`,
  "⟺": String.raw`\Leftrightarrow`,
  "∪": String.raw`\cup`,
  "∩": String.raw`\cap`,
  "⊥": String.raw`\perp`,
  "∗": String.raw`\ast`,
};
const MARKS: Readonly<Record<string, string>> = {
  "“": "``",
  "”": "''",
  "‘": "`",
  "’": "'",
  "–": "--",
  "—": "---",
  "…": String.raw`\ldots{}`,
  "\u00a0": "~",
  "\u202f": String.raw`\,`,
};
/** Small letters, and what each is one of. */
const SMALL = new Map(Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ", (one, i) => [one, "0123456789+-ni"[i]]));
const LOW = new Map(Array.from("₀₁₂₃₄₅₆₇₈₉₊₋ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", (one, i) => [one, "0123456789+-aeijklmnoprstuvx"[i]]));

function character(one: string): string {
  if (Object.hasOwn(SPECIAL, one)) return SPECIAL[one];
  if (/[{}%#&$_]/.test(one)) return `\\${one}`;
  if (one >= " " && one <= "~") return one;
  if (Object.hasOwn(MARKS, one)) return MARKS[one];
  if (Object.hasOwn(LETTERS, one)) return `\\(${LETTERS[one]}\\)`;
  const [high, low] = [SMALL.get(one), LOW.get(one)];
  if (high !== undefined) return `\\textsuperscript{${high}}`;
  if (low !== undefined) return `\\textsubscript{${low}}`;
  // Letters of the Latin script are in the fonts of T1; of others the code point is what can be said.
  if (/[\u00C0-\u017F]/.test(one)) return one;
  return `\\texttt{U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`;
}

/** Text from outside as LaTeX: nothing in it is a command, and every engine can set it. */
function escapeLatex(text: string): string {
  return Array.from(visible(text).replaceAll(/\s+/g, " "), character).join("");
}

/** The same as code, in which two hyphens are no dash. */
const code = (text: string) => String.raw`\texttt{${escapeLatex(text).replaceAll("-", "{-}")}}`;

const COMMANDS: Readonly<Record<"low" | "high", string>> = { low: "textsubscript", high: "textsuperscript" };

/** Prose of a paper. */
const proseLatex = (text: string): string =>
  prose(text)
    .map(({ kind, text: own }) =>
      kind === "words" ? escapeLatex(own) : kind === "code" ? code(own) : `\\${COMMANDS[kind]}{${proseLatex(own)}}`,
    )
    .join("");

/** Commands that read files, write them, or change what others mean, have no place in a formula. */
const UNSAFE =
  /\\(?:input|include|write|immediate|openin|openout|read|catcode|def|edef|gdef|xdef|let|futurelet|csname|newcommand|renewcommand|usepackage|begin|end|special|directlua|href|url|includegraphics|verb|loop|expandafter|every\w*|output|batchmode|scrollmode|errorstopmode|jobname|font|message|show\w*|endlinechar|escapechar|lccode|uccode|afterassignment|aftergroup|noexpand|string|romannumeral|number|the|dump|shipout|halign|valign|cr|crcr|noalign|omit|span)(?![a-zA-Z])|\^\^|[%#&]/;

/** A formula that can be set as it is, or its text. */
function formula(latex: string): string {
  // A formula that a reader of LaTeX takes, with no comment, alignment or command that does more than set.
  const safe = visible(latex) === latex && !UNSAFE.test(latex.replaceAll(/\\[%#&]/g, "")) && isLatex(latex);
  return safe && /^[ -~]*$/.test(latex) ? `\\(${latex.trim()}\\)` : `\\texttt{${escapeLatex(latex)}}`;
}

const row = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

/** By which cell it is refuted, and what falls with it. */
function counterexample(entry: Erratum): string {
  const { id, decided, constants, dependents } = entry;
  const rests = dependents.length === 0 ? "" : ` On it rest ${dependents.map(({ label }) => label).join(", ")}.`;
  const command = `lemmacheck ${auditCommandText(id, "printed", entry.counterexample)}`;
  return `Refuted by ${code(command)}, ${proseLatex(`decided by ${decided}${constants === null ? "" : `; ${constants}`}.${rests}`)}`;
}

/** The errata of the papers, as far as rows have refuted them, the gravest first. */
function errata(all: readonly Standing[], texts: Texts): string[] {
  const refuted = refutedErrata(all, texts);
  if (refuted.length === 0) return [];
  const text = [...texts.values()].flatMap((paper) => paper.errata.text ?? []);
  return [
    String.raw`\section*{Errata}`,
    ...text.map(proseLatex),
    String.raw`\begin{description}\raggedright`,
    ...refuted.map(({ statement: { name, latex, repaired }, entry }) =>
      [
        String.raw`\item[${escapeLatex(name)}] ${entry ? escapeLatex(`(${SEVERITIES[entry.severity]}) `) : ""}As printed: ${formula(latex)}.`,
        ...(entry ? [counterexample(entry)] : []),
        repaired ? `Repaired: ${formula(repaired.latex)}. ${proseLatex(repaired.reason)}` : "No repair is known.",
      ].join(" "),
    ),
    String.raw`\end{description}`,
    ...[...texts.values()].flatMap(({ errata: { misprints } }) => misprints.map(proseLatex)),
  ];
}

/** The ledger and the errata as a document of LaTeX that compiles by itself; the tables can be taken out of it. */
export function toLatex(rows: readonly Row[], texts: Texts = NO_TEXTS): string {
  const all = standings(rows, texts);
  const lines = ledgerLines(all, texts).map(({ standing, printed, repaired, slack, where, failure }) =>
    row(
      [
        standing.statement?.name ?? standing.claim,
        printed,
        repaired,
        slack === null ? "" : formatNumber(Number(slack.toPrecision(4))),
        where,
        failure,
      ].map(escapeLatex),
    ),
  );
  const heads = row(
    ["Statement", "As printed", "Repaired", "Slack", "Worst cell", "Fails there"].map(
      (title) => String.raw`\textbf{${title}}`,
    ),
  );
  return `${[
    "% Made by lemmacheck. pdflatex tables.tex; or take the table into a document that loads the packages below.",
    String.raw`\documentclass[10pt]{article}`,
    String.raw`\usepackage[T1]{fontenc}`,
    String.raw`\usepackage[utf8]{inputenc}`,
    String.raw`\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}`,
    String.raw`\usepackage{amsmath,amssymb,array,booktabs,longtable}`,
    String.raw`\usepackage[margin=18mm,landscape]{geometry}`,
    String.raw`\providecommand{\R}{\mathbb{R}}`,
    String.raw`\sloppy`,
    String.raw`\begin{document}`,
    ...[...texts.values()].map(({ title }) => String.raw`\section*{${escapeLatex(title)}}`),
    escapeLatex(verdictSentence(all)),
    "",
    String.raw`{\footnotesize`,
    String.raw`\begin{longtable}{>{\raggedright}p{48mm}llr>{\raggedright}p{58mm}>{\raggedright\arraybackslash}p{52mm}}`,
    String.raw`\toprule`,
    heads,
    String.raw`\midrule`,
    String.raw`\endhead`,
    ...lines,
    String.raw`\bottomrule`,
    String.raw`\end{longtable}}`,
    ...errata(all, texts),
    String.raw`\end{document}`,
  ].join("\n")}\n`;
}
