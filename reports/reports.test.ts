import { describe, expect, test } from "vitest";
import { ROW_FIELD_NAMES, type Row } from "../src/auditor/row-fields.js";
import { rowWith as madeUp } from "../src/auditor/testing/row-with.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { compare } from "./against.js";
import { columns } from "./columns.js";
import { toCsv as csvTexts } from "./csv.js";
import { cellText, failureText } from "./format.js";
import { toHtml } from "./html.js";
import { changesHtml } from "./html-changes.js";
import { toJsonLines } from "./json-lines.js";
import { toLatex } from "./latex.js";
import { ledgerLines } from "./ledger-lines.js";
import { toMarkdown } from "./markdown.js";
import { readRunRecord } from "./run-record.js";
import { standings, verdictSentence } from "./standing.js";
import { countVerdicts, verdictLine } from "./summary.js";
import { statementWith, textsWith } from "./testing/paper-text.js";
import { NO_TEXTS, type Texts } from "./texts.js";

const toCsv = (rows: readonly Row[]) => [...csvTexts(rows)].join("");

const CELL = { psi: "tanh", d: 400, k: 2 ** 53, gamma: 1e-300 };

const TEXTS: Texts = textsWith([]);

/** A made-up row at an extreme cell, changed as a test asks. */
const rowWith = (changes: Partial<Row>): Row =>
  madeUp({
    claim: "lemma-1",
    paper: "paper",
    cell: CELL,
    allowed: 1e-300,
    violations: 1,
    failureRate: 1 / 640,
    failureLower: 0,
    failureUpper: 0.05,
    reason: "1 of 640 draws broke the bound",
    bound: 1.5,
    observedQuantile: 1,
    ...changes,
  });

const HOSTILE = `<img src=x onerror="alert(1)"> | =cmd()&'\`*`;

describe("text from outside", () => {
  const claim = 'a"><script>x</script>';
  const row = rowWith({ cell: { [HOSTILE]: HOSTILE }, reason: HOSTILE, claim, verdict: "refuted" });
  const statement = statementWith({
    id: claim,
    label: HOSTILE,
    name: HOSTILE,
    quote: HOSTILE,
    latex: String.raw`\href{javascript:alert(1)}{x} \input{/etc/passwd} <script>`,
    nonClaims: [HOSTILE],
    repaired: { latex: String.raw`\def\x{\x\x}\x`, reason: HOSTILE, hypotheses: [HOSTILE] },
  });
  const texts = textsWith([statement], {
    title: HOSTILE,
    authors: [HOSTILE],
    source: HOSTILE,
    symbols: { [HOSTILE]: HOSTILE },
  });

  test.each([
    ["rows alone", NO_TEXTS],
    ["rows with texts", texts],
  ])("is escaped in HTML, in content and attributes: %s", (_, own) => {
    const html = toHtml([row], own);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script>x");
    expect(html).not.toMatch(/href="(?!#|rows|tables|report|figures)/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  test("is escaped in Markdown tables", () => {
    const markdown = toMarkdown([row], texts);
    const lines = markdown.split("\n").filter((line) => line.startsWith("|") && line.includes("img"));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect([10, columns.length + 2]).toContain(line.replaceAll("\\|", "").split("|").length);
    expect(markdown.split("```bibtex")[0]).not.toContain("<img");
  });

  test("is one line of code in Markdown, whatever lines it has", () => {
    const id = "x\n\n# heading\n\n<script>";
    expect(toMarkdown([rowWith({ claim: id })]).split("\n")).toContain("`x # heading <script>`");
  });

  test("is code between backticks, low and high letters, and never a dash in LaTeX", () => {
    const reason = "by `lemma-1 --psi a_b`, w_ℓ and e^(−t) uᵀv";
    const prosaic = textsWith([statementWith({ repaired: { latex: "a", reason, hypotheses: [] } })]);
    const refuted = rowWith({ verdict: "refuted" });
    expect(toLatex([refuted], prosaic)).toContain(
      String.raw`by \texttt{lemma{-}1 {-}{-}psi a\_b}, w\textsubscript{\(\ell\)} and e\textsuperscript{\(-\)t} u\(^{\top}\)v`,
    );
    expect(toMarkdown([refuted], prosaic)).toContain("by `lemma-1 --psi a_b`, w\\_ℓ and e^(−t) uᵀv");
    expect(toHtml([refuted], prosaic)).toContain(
      "<code>lemma-1 --psi a_b</code>, w<sub>ℓ</sub> and e<sup>−t</sup> uᵀv",
    );
  });

  test("is no command in LaTeX", () => {
    const latex = toLatex([row], texts);
    expect(latex).not.toMatch(/\\input\{|\\def\\|\\href/);
    expect(latex).toContain(String.raw`\textbackslash{}input`);
  });

  test("is quoted in CSV, and no formula, in headers too", () => {
    const csv = toCsv([rowWith({ reason: '=1+1,"x"' })]);
    expect(csv).toContain(`"'=1+1,""x"""`);
    const names = ROW_FIELD_NAMES.flatMap((name) =>
      name === "cell" ? Object.keys(CELL).map((own) => `cell.${own}`) : name,
    );
    expect(csv.split("\r\n")[0]).toBe(names.join(","));
    for (const start of ["=1", " +1", "\t-1", "\uFF1D1", "\u3000\uFF0B1", "@x"])
      expect(toCsv([rowWith({ seed: start })])).toMatch(/,"?'\s*[=+\-@\uFF1D\uFF0B]/);
    expect(toCsv([rowWith({ cell: { "a,b": 1 } })])).toContain('"cell.a,b"');
  });

  test("shows what no eye sees", () => {
    const planted = rowWith({ reason: "\u202Eevil\u0000\u200B", cell: { "\u2066": "\u001b[31m" } });
    for (const text of [toHtml([planted]), toMarkdown([planted]), toCsv([planted]), toLatex([planted])]) {
      expect(text).toMatch(/U\\?\+20(2E|66)/);
      expect(text).not.toMatch(/[^\P{C}\n\r\t]/u);
    }
  });
});

describe("counts", () => {
  const rows = [
    rowWith({}),
    rowWith({ vacuous: true, slack: null }),
    rowWith({ verdict: "refuted", slack: 0.5, cell: { ...CELL, gamma: 0.1 } }),
    rowWith({ verdict: "inconclusive", slack: null }),
    rowWith({ verdict: "not-applicable", slack: null, claim: "lemma-2" }),
  ];

  test("keep vacuous support apart from support", () => {
    expect(countVerdicts(rows)).toEqual({
      rows: 5,
      supported: 1,
      vacuous: 1,
      refuted: 1,
      inconclusive: 1,
      notApplicable: 1,
    });
    expect(verdictLine(rows)).toBe(
      "5 rows: 1 supported, 1 vacuous (nothing shown), 1 refuted, 1 inconclusive, 1 not applicable",
    );
  });

  test("of each claim come to a verdict a form, with the cell where it fares worst", () => {
    expect(ledgerLines(standings(rows, TEXTS), TEXTS)).toMatchObject([
      {
        standing: { claim: "lemma-1", status: "false", printed: "refuted", repaired: null },
        status: "false as printed, not repaired",
        slack: 0.5,
        where: "tanh d=400 k=2^53 γ=0.1",
      },
      { standing: { claim: "lemma-2", status: "undecided", printed: "not-applicable" }, slack: null },
    ]);
  });
});

test("a statement that is known for all cells says by what", () => {
  const texts = textsWith([
    statementWith({
      reading: "x for y",
      region: { method: "monotonicity", note: "1 < 2 & so on" },
      nonClaims: ["more & more"],
    }),
  ]);
  const html = toHtml([rowWith({})], texts);
  expect(html).toContain("<h1>A &lt;title&gt;</h1>");
  expect(html).toContain("A. Author · 2020 · somewhere");
  expect(html).toContain("<li>more &amp; more</li>");
  expect(html).toContain("All cells, by monotonicity: 1 &lt; 2 &amp; so on.");
  expect(html).toContain("A reading: x for y.");
  expect(toMarkdown([rowWith({})], texts)).toContain("A reading: x for y.");
});

test("numbers for people", () => {
  expect([0, 400, 999_999, 1e6, 0.00123456, 1.23456e-5, 1234.5678, null].map(formatNumber)).toEqual([
    "0",
    "400",
    "999999",
    "1e6",
    "0.001235",
    "1.235e-5",
    "1235",
    "—",
  ]);
});

test("a cell is written in its paper's symbols, and by names without them", () => {
  const row = rowWith({ cell: { psi: "tanh", gamma: 1e-300, eta: 3, law: "laplace" } });
  expect(cellText(row, TEXTS)).toBe("tanh γ=1e-300 η=3 law=laplace");
  expect(cellText(row, NO_TEXTS)).toBe("psi=tanh gamma=1e-300 eta=3 law=laplace");
  // What rests on somebody's word is marked wherever a row is shown.
  const declared = rowWith({
    cell: { psi: "mine" },
    resolved: { psi: { expression: null, provenance: "declared" } },
  });
  for (const text of [toHtml([declared]), toMarkdown([declared])]) expect(text).toContain("mine (declared)");
});

test("claims of two papers that share an id have sections of their own", () => {
  const html = toHtml([rowWith({}), rowWith({ paper: "other" })], TEXTS);
  expect(html).toContain('id="paper-lemma-1"');
  expect(html).toContain('id="other-lemma-1"');
});

test("JSON lines show what no eye sees, and mean the same", () => {
  const row = rowWith({ reason: "a\u202Eb\u009B31m\uFEFF\u2066" });
  const [line = ""] = [...toJsonLines([row])];
  expect(line).toMatch(/^[ -~]+\n$/);
  expect(JSON.parse(line)).toEqual(row);
});

test("JSON lines give the rows back", () => {
  const rows = [rowWith({}), rowWith({ claim: "lemma-2" })];
  expect(
    [...toJsonLines(rows)]
      .join("")
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(rows);
});

describe("the sentence at the top", () => {
  const refuted = (changes: Partial<Row>) => rowWith({ verdict: "refuted", ...changes });

  test("counts statements, steps and readings apart, and repairs", () => {
    const texts = textsWith([statementWith({}), statementWith({ id: "reading", reading: "ours" })]);
    const rows = [
      refuted({}),
      rowWith({ form: "repaired" }),
      refuted({ claim: "step", kind: "step" }),
      rowWith({ claim: "reading" }),
    ];
    const sentence = verdictSentence(standings(rows, texts));
    expect(sentence).toBe(
      "1 of 1 statement is false as printed, 1 of 1 step of proofs does not follow, 0 of 1 reading of ours fail; 1 of these 2 have a repaired form that holds.",
    );
    expect(toHtml(rows, texts)).toContain(sentence);
    const vacuous = rowWith({ form: "repaired", vacuous: true });
    expect(verdictSentence(standings([refuted({}), vacuous], NO_TEXTS))).toMatch(
      /it has a repaired form that holds, though vacuously at every cell audited\.$/,
    );
    expect(verdictSentence(standings([refuted({})], NO_TEXTS))).toMatch(/; it has no repaired form that holds\.$/);
    const both = [refuted({}), vacuous, refuted({ claim: "b" }), rowWith({ claim: "b", form: "repaired" })];
    expect(verdictSentence(standings(both, NO_TEXTS))).toMatch(
      /each has a repaired form that holds, 1 of them vacuously at every cell audited\.$/,
    );
  });

  test("what is refuted is seen by all that rests on it", () => {
    const texts = textsWith([
      statementWith({}),
      statementWith({ id: "middle", uses: { statement: [], proof: ["lemma-1"] } }),
      statementWith({ id: "top", uses: { statement: ["middle"], proof: [] } }),
    ]);
    const all = standings([refuted({}), rowWith({ claim: "middle" }), rowWith({ claim: "top" })], texts);
    expect(all.map(({ refutedBelow }) => refutedBelow)).toEqual([[], ["lemma-1"], ["lemma-1"]]);
  });

  test("statements that rest on each other in a circle end", () => {
    const texts = textsWith([
      statementWith({ id: "a", uses: { statement: ["b"], proof: [] } }),
      statementWith({ id: "b", uses: { statement: ["a"], proof: [] } }),
    ]);
    expect(toHtml([refuted({ claim: "a" }), rowWith({ claim: "b" })], texts)).toContain('data-from="a"');
  });
});

test("a run is kept beside its rows, and said", () => {
  const run = {
    lemmacheck: "1.2.3",
    node: "v20",
    platform: "linux x64",
    started: "2026-01-02T03:04:05.000Z",
    seconds: 12.3,
    command: "lemmacheck audit --seed '<7>'",
    seed: "<7>",
    budget: 1e-6,
    spent: 1e-9,
    rows: 1,
  };
  expect(readRunRecord(JSON.parse(JSON.stringify(run)))).toEqual(run);
  expect(readRunRecord({ ...run, seconds: "12" })).toBeNull();
  const html = toHtml([rowWith({})], TEXTS, { runs: [run] });
  for (const text of [
    "2026-01-02 03:04 UTC",
    "lemmacheck 1.2.3",
    "--seed &#39;&lt;7&gt;&#39;",
    "at most 1e-9 (budget 1e-6)",
    "How to cite this audit",
    "{lemmacheck 1.2.3, seed &lt;7&gt;}",
  ])
    expect(html).toContain(text);
  expect(toMarkdown([rowWith({})], TEXTS, { runs: [run] })).toContain("@misc{audit-of-");
});

test("100,000 rows are a page of less than 5 MB", { timeout: 120_000 }, () => {
  const rows = Array.from({ length: 100_000 }, (_, i) =>
    rowWith({
      claim: `claim-${i % 50}`,
      form: i % 2 === 0 ? "printed" : "repaired",
      cell: { psi: ["tanh", "relu"][i % 2], n: 1 + (i % 997), m: 2 ** (i % 13), gamma: 0.1 / (1 + (i % 7)) },
      bound: 1 + (i % 101) / 10,
      observedQuantile: 1 + (i % 89) / 10,
      failureUpper: 0.01 + (i % 31) / 1000,
      verdict: i % 1000 === 0 ? "refuted" : "supported",
    }),
  );
  const html = toHtml(rows, textsWith(Array.from({ length: 50 }, (_, i) => statementWith({ id: `claim-${i}` }))));
  expect(html.length).toBeLessThan(5e6);
});

describe("two runs", () => {
  const before = [rowWith({}), rowWith({ claim: "b", slack: 2 }), rowWith({ claim: "gone" })];
  const now = [rowWith({ verdict: "refuted" }), rowWith({ claim: "b", slack: 1 }), rowWith({ claim: "new" })];

  test("side by side: verdicts, slacks, and what only one of them has", () => {
    const found = compare(now, before, TEXTS);
    expect(found).toMatchObject({ same: 0, onlyNow: 1, onlyBefore: 1, sides: [] });
    expect(found.changes.map(({ verdict, ratio }) => ({ verdict, ratio }))).toEqual([
      { verdict: true, ratio: 1 },
      { verdict: false, ratio: 0.5 },
    ]);
    expect(changesHtml(found, TEXTS)).toContain("1 verdict and 1 slack differ");
  });

  test("of two values of a panel are matched without it", () => {
    const texts = textsWith([], { panels: ["psi"] });
    const other = before.map((row) => ({ ...row, cell: { ...row.cell, psi: "relu" } }));
    expect(compare(before, other, texts)).toMatchObject({ same: 3, sides: [{ name: "psi" }] });
    // They are named in the head of the table, and no more in its lines.
    const changed = other.map((row) => ({ ...row, verdict: "refuted" as const }));
    const html = changesHtml(compare(changed, before, texts), texts);
    expect(html).toContain("relu beside tanh: 3 verdicts and 0 slacks differ, 0 rows are the same");
    expect(html).toContain('<th scope="col">tanh</th><th scope="col">relu</th>');
    expect(html).toContain('<td data-title="Cell">d=400 ');
  });
});

test.each([
  [0, "below 1e-307 (exact)"],
  [0.00123456, "0.001235 (exact)"],
  [0.9999993, "1 − 7e-7 (exact)"],
  [1, "1 (exact)"],
])("a failure rate of %d is shown as %s", (failureRate, text) => {
  expect(failureText(madeUp({ method: "exact", failureRate }))).toBe(text);
});
