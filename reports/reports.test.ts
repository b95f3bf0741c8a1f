import { describe, expect, test } from "vitest";
import { ROW_FIELD_NAMES, type Row } from "../src/auditor/row-fields.js";
import { rowWith as madeUp } from "../src/auditor/testing/row-with.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { columns } from "./columns.js";
import { toCsv } from "./csv.js";
import { cellText } from "./format.js";
import { toHtml } from "./html.js";
import { toJsonLines } from "./json-lines.js";
import { ledgerTable } from "./ledger-table.js";
import { toMarkdown } from "./markdown.js";
import { countVerdicts, verdictLine } from "./summary.js";
import { NO_TEXTS, type Texts } from "./texts.js";

const CELL = { psi: "tanh", d: 400, k: 2 ** 53, gamma: 1e-300 };

const TEXTS: Texts = new Map([
  [
    "paper",
    {
      id: "paper",
      title: "A <title>",
      authors: ["A. Author"],
      year: 2020,
      source: "somewhere",
      symbols: { psi: "", gamma: "γ", eta: "η" },
      statements: new Map(),
    },
  ],
]);

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
  const rows = [rowWith({ cell: { [HOSTILE]: HOSTILE }, reason: HOSTILE, claim: 'a"><script>x</script>' })];

  test("is escaped in HTML, in content and attributes", () => {
    const html = toHtml(rows);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  test("is escaped in Markdown tables", () => {
    const lines = toMarkdown(rows)
      .split("\n")
      .filter((line) => line.startsWith("|") && line.includes("img"));
    // Of the ledger's table, or of a claim's.
    for (const line of lines) expect([11, columns.length + 2]).toContain(line.replaceAll("\\|", "").split("|").length);
    expect(toMarkdown(rows)).not.toContain("<img");
  });

  test("is quoted in CSV, and no formula", () => {
    const csv = toCsv([rowWith({ reason: '=1+1,"x"' })]);
    expect(csv).toContain(`"'=1+1,""x"""`);
    const names = ROW_FIELD_NAMES.flatMap((name) =>
      name === "cell" ? Object.keys(CELL).map((own) => `cell.${own}`) : name,
    );
    expect(csv.split("\r\n")[0]).toBe(names.join(","));
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

  test("of each claim stand beside its tightest cell", () => {
    expect(ledgerTable(rows, TEXTS)).toEqual([
      { claim: "lemma-1", anchor: "lemma-1", cells: ["1", "1", "1", "1", "", "", "0.5", "tanh d=400 k=2^53 γ=0.1"] },
      { claim: "lemma-2", anchor: "lemma-2", cells: ["", "", "", "", "1", "", "", ""] },
    ]);
  });
});

test("a statement that is known for all cells says by what", () => {
  const statement = {
    id: "lemma-1",
    label: "Lemma 1",
    latex: "x \\le 1",
    quote: "x ≤ 1",
    reading: "x for y",
    relation: "<=",
    repaired: null,
    region: { method: "monotonicity", note: "1 < 2 & so on" },
  } as const;
  const paper = { ...TEXTS.get("paper")!, statements: new Map([["lemma-1", statement]]) };
  const html = toHtml([rowWith({})], new Map([["paper", paper]]));
  expect(html).toContain("A. Author. A &lt;title&gt; (2020). somewhere");
  expect(html).toContain("All cells, by monotonicity: 1 &lt; 2 &amp; so on.");
  expect(html).toContain("A reading: x for y.");
  expect(toMarkdown([rowWith({})], new Map([["paper", paper]]))).toContain("A reading: x for y.");
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
  expect(html).toContain('<section id="paper-lemma-1">');
  expect(html).toContain('<section id="other-lemma-1">');
});

test("JSON lines give the rows back", () => {
  const rows = [rowWith({}), rowWith({ claim: "lemma-2" })];
  expect(
    toJsonLines(rows)
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(rows);
});
