import { describe, expect, test } from "vitest";
import type { ClaimMap } from "../src/auditor/claim-map.js";
import type { Row } from "../src/auditor/row-fields.js";
import { rowWith } from "../src/auditor/testing/row-with.js";
import { CALIBRATION_GAMMAS } from "../src/chance/calibration-band.js";
import { whyNotOverGamma } from "./failures-over-gamma.js";
import { figureBounds } from "./figure-bounds.js";
import { figureCalibration } from "./figure-calibration.js";
import { figureFailures } from "./figure-failures.js";
import { figureFrontier } from "./figure-frontier.js";
import { figureGraph } from "./figure-graph.js";
import { figureGrowth } from "./figure-growth.js";
import { figuresAlongSizes } from "./figure-sizes.js";
import { figureSlack } from "./figure-slack.js";
import { FIGURE_STYLE } from "./figure-style.js";
import { figuresOf } from "./figures-of.js";
import { findings } from "./findings.js";
import { ledgerLines } from "./ledger-lines.js";
import { logTicks } from "./log-ticks.js";
import { mathMl } from "./math.js";
import { diagonal, legendLines, logPlot, PICTURE, wrapped } from "./plot.js";
import { powerText } from "./power-text.js";
import { regionNames } from "./region-names.js";
import { standaloneSvg } from "./standalone-svg.js";
import { standings } from "./standing.js";
import { statementWith, textsWith } from "./testing/paper-text.js";
import { NO_TEXTS } from "./texts.js";

const options = { title: "t", xLabel: "x", yLabel: "y" };
const axes = logPlot({ ...options, xs: [1, 100], ys: [10, 1000] });
const UPPER = statementWith({});
const LOWER = statementWith({ relation: ">=" });

describe("the axes", () => {
  test("are logarithmic: equal factors are equal lengths", () => {
    expect(axes.x(10) - axes.x(1)).toBeCloseTo(axes.x(100) - axes.x(10), 9);
    expect(axes.y(10) - axes.y(100)).toBeCloseTo(axes.y(100) - axes.y(1000), 9);
  });

  test("show the diagonal where they meet, and nothing where they do not", () => {
    expect(diagonal(axes)).toContain("<path");
    expect(diagonal(logPlot({ ...options, xs: [1, 2], ys: [1e6, 1e7] }))).toBe("");
  });

  test("make something of a single value, and of the ends of the doubles", () => {
    for (const value of [1, 1e300, 1e-300, Number.MAX_VALUE, Number.MIN_VALUE]) {
      expect(logPlot({ ...options, xs: [value], ys: [value] }).svg("")).not.toMatch(/NaN|Infinity/);
    }
  });

  test("have ticks at powers, as mathematics writes them", () => {
    expect([-12, -3, -2, 0, 2, 3, 4, 35].map(powerText)).toEqual([
      "10⁻¹²",
      "10⁻³",
      "0.01",
      "1",
      "100",
      "1000",
      "10⁴",
      "10³⁵",
    ]);
    expect(logPlot({ ...options, xs: [1e5, 1e12], ys: [1, 10] }).svg("")).toContain("10⁶");
  });

  test("count by steps that a reader knows, however far they reach", () => {
    expect(logTicks([1e-300, 1], 7).map(({ text }) => text)).toEqual(
      ["⁻³⁰⁰", "⁻²⁵⁰", "⁻²⁰⁰", "⁻¹⁵⁰", "⁻¹⁰⁰", "⁻⁵⁰"].map((power) => `10${power}`).concat("1"),
    );
    expect(logTicks([1, 1e12], 4).map(({ text }) => text)).toEqual(["1", "10⁴", "10⁸", "10¹²"]);
    expect(logTicks([2, 5], 4).map(({ text }) => text)).toEqual(["2", "3", "4", "5"]);
  });

  test("names that short lines of a legend have stand side by side", () => {
    const legend = ["a", "b", "c", "d"].map((text) => ({ swatch: "", text }));
    expect(legendLines(legend, 470).height).toBeLessThan(legendLines(legend.slice(0, 2), 100).height);
  });

  test("on a narrow screen letters can be read: pictures shrink to 9 px and no further", () => {
    const [, least = ""] = /min-width:(\d+)px/.exec(axes.svg("")) ?? [];
    // Where a page of 390 px has 358 for a picture, none is wider unless a reader scrolls.
    expect(Number(least)).toBeLessThanOrEqual(358);
    const smallest = Math.min(
      ...[...FIGURE_STYLE.matchAll(/font(?:-size)?:([\d.]+)px/g)].map(([, size]) => Number(size)),
    );
    expect((smallest * Number(least)) / PICTURE).toBeGreaterThanOrEqual(9);
  });

  test("a legend breaks at words", () => {
    expect(wrapped("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrapped("Gaussian-process limit", 13)).toEqual(["Gaussian-", "process limit"]);
    expect(wrapped("", 8)).toEqual([""]);
  });
});

describe("bound against observed quantile", () => {
  const rows = [
    rowWith({ bound: 1, observedQuantile: 0.5 }),
    rowWith({ bound: 4, observedQuantile: 2, vacuous: true, form: "repaired" }),
    rowWith({ bound: 3, observedQuantile: null }),
    rowWith({ bound: 3, observedQuantile: 2, observedLower: 1, verdict: "inconclusive" }),
  ];
  const { svg = "", caption = "" } = figureBounds(rows, NO_TEXTS, UPPER) ?? {};
  const marks = svg.slice(0, svg.indexOf('class="frame"'));

  test("marks every row that has both, the form by shape and vacuous ones hollow", () => {
    expect(marks.match(/<circle/g)).toHaveLength(2);
    expect(marks.match(/<rect/g)).toHaveLength(1);
    expect(marks).toContain('class="mark supported hollow"');
    expect(marks.match(/class="whisker/g)).toHaveLength(1);
    expect(caption).toContain("holds above the line");
    expect(figureBounds(rows, NO_TEXTS, LOWER)?.caption).toContain("holds below the line");
  });

  test("names its axes as the statement does, and says how many draws stand behind it", () => {
    expect(svg).toContain(">|x|</text>");
    expect(caption).toContain("the quantile that is bounded");
    expect(caption).toContain("640 draws a cell");
  });

  test("is none where all bounds and quantiles are the same", () => {
    expect(figureBounds([rows[0], rows[0]], NO_TEXTS, UPPER)).toBeNull();
    expect(figureBounds([], NO_TEXTS, UPPER)).toBeNull();
  });

  test("escapes what rows say of themselves", () => {
    const hostile = rowWith({ cell: { "<b>": "<script>" }, bound: 3, observedQuantile: 1 });
    expect(figureBounds([rows[0], hostile], NO_TEXTS, UPPER)?.svg).not.toContain("<script>");
  });
});

describe("along sizes", () => {
  const rows = [1, 10, 100].map((n) =>
    rowWith({ cell: { psi: "tanh", n }, bound: 4 / Math.sqrt(n), observedQuantile: 1 / n, observedLower: 0.5 / n }),
  );

  test("a line is fitted, and its slope stands beside that of the bound", () => {
    const [figure] = figuresAlongSizes(rows, textsWith([]), UPPER);
    expect(figure.svg).toContain("slope −1, predicted −0.5");
    expect(figure.svg).toContain('class="band s0"');
    expect(figure.title).toBe("As n varies");
    expect(figure.caption).toContain("psi=tanh");
  });

  test("there is none where nothing varies", () => {
    expect(figuresAlongSizes([rows[0]], textsWith([]), UPPER)).toEqual([]);
    expect(figuresAlongSizes([], textsWith([]), UPPER)).toEqual([]);
  });
});

describe("slack over two sizes", () => {
  const at = (n: number, m: number, changes: object) =>
    rowWith({ paper: "paper", cell: { psi: "tanh", n, m }, ...changes });
  const rows = [
    at(1, 1, { slack: 1.5 }),
    at(1, 2, { slack: 3 }),
    at(1, 2, { slack: 2.5, form: "repaired" }),
    at(2, 1, { slack: null, vacuous: true }),
    at(2, 2, { slack: 0.5, verdict: "refuted" }),
  ];
  const { svg = "" } = figureSlack(rows, textsWith([]), "here") ?? {};

  test("is a tile a pair: the least slack, vacuous hatched, refuted named, the forms side by side", () => {
    for (const text of [">1.5<", ">3<", ">2.5<", ">vacuous<", ">refuted<", "as printed", "repaired"])
      expect(svg).toContain(text);
    expect(svg.match(/fill="url\(#here-hatch\)"/g)).toHaveLength(1);
  });

  test("is none for a single size", () => {
    expect(figureSlack(rows.slice(0, 2), textsWith([]), "here")).toBeNull();
  });
});

describe("the other figures", () => {
  test("a rate of 0 is drawn as the upper limit that it is", () => {
    const none = rowWith({ allowed: 0.1, failureRate: 0, failureLower: 0, failureUpper: 0.05 });
    const some = rowWith({ allowed: 0.1, failureRate: 0.02, failureLower: 0.01, failureUpper: 0.05 });
    const marks = (row: typeof none) => {
      const { svg = "" } = figureFailures([row], NO_TEXTS) ?? {};
      return svg.slice(0, svg.indexOf('class="frame"'));
    };
    expect(marks(none)).not.toContain("<circle");
    expect(marks(some)).toContain("<circle");
    expect(figureFailures([none], NO_TEXTS)?.svg).toContain("an upper limit");
    expect(figureFailures([rowWith({ failureUpper: null })], NO_TEXTS)).toBeNull();
  });

  test("what lies beyond the axis is an arrowhead with its numbers, not a mark at the end", () => {
    const both = {
      failureLower: 1e-25,
      failureRate: 1e-25,
      failureUpper: 1e-25,
      method: "exact",
      verdict: "refuted",
    } as const;
    const far = figureFailures([rowWith({ ...both, allowed: 1e-300 })], NO_TEXTS);
    expect(far?.svg).toContain("fails with probability 10⁻²⁵, allowed 10⁻³⁰⁰");
    expect(far?.svg.split('class="frame"')[0]).not.toContain("<circle");
    expect(far?.caption).toContain("below 10⁻¹²");
    const near = figureFailures(
      [rowWith({ ...both, failureUpper: 0.02, failureRate: 0.02, failureLower: 0.02, allowed: 0.01 })],
      NO_TEXTS,
    );
    expect(near?.caption).not.toContain("arrowhead");
  });

  test("what holds or does not is said to", () => {
    const row = rowWith({ bound: 1, observedQuantile: 1 });
    expect(figuresOf([row], NO_TEXTS, "a").map(({ title }) => title)).toEqual(["How often the conclusion fails"]);
  });

  test("a trend is its curve, its limits, its exponent and the printed one", () => {
    const trend = rowWith({
      kind: "trend",
      cell: { psi: "tanh", n: 10 },
      grid: [10, 100, 1000],
      gridLower: [0.9, 0.3, 0.09],
      gridUpper: [1.1, 0.34, 0.11],
      printedExponent: -0.5,
      exponent: -0.49,
      exponentLower: -0.52,
      exponentUpper: -0.46,
    });
    const svg = figureGrowth([trend], NO_TEXTS, UPPER)?.svg ?? "";
    expect(svg.match(/class="whisker/g)).toHaveLength(3);
    expect(svg).toContain("exponent −0.49 [−0.52, −0.46]");
    expect(svg).toContain("exponent as printed: −0.5");
    expect(svg).toContain(">n</text>");
    // Steeper than the curve: it ends further down.
    const ends = (printedExponent: number) => {
      const own = figureGrowth([{ ...trend, printedExponent }], NO_TEXTS, UPPER)?.svg ?? "";
      const end = (path: RegExp) => Number(path.exec(own)?.[1]);
      return [
        end(/reference dashed" d="M[\d.]+ [\d.]+L[\d.]+ ([\d.]+)"/),
        end(/class="curve s0" d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ ([\d.]+)"/),
      ];
    };
    const [steep, flat, right] = [ends(-1), ends(0), ends(-0.5)];
    expect(steep[0]).toBeGreaterThan(steep[1]);
    expect(flat[0]).toBeLessThan(flat[1]);
    expect(right[0]).toBeCloseTo(right[1], 0);
    const gap = rowWith({ grid: [1, 2], gridLower: [0, 1], gridUpper: [1, 1], printedExponent: 0 });
    expect(figureGrowth([gap], NO_TEXTS, UPPER)).toBeNull();
  });

  test("every γ at once: both forms in one figure, each a curve within its band", () => {
    const calibration = CALIBRATION_GAMMAS.map((gamma) => Math.floor(gamma * 500));
    const row = rowWith({ calibration, draws: 1000, alpha: 1e-10 });
    const svg = figureCalibration([row, { ...row, form: "repaired" }], NO_TEXTS)?.svg ?? "";
    expect(svg.match(/class="band/g)).toHaveLength(2);
    expect(svg).toContain("as printed, psi=tanh");
    expect(figureCalibration([rowWith({ calibration: null })], NO_TEXTS)).toBeNull();
    expect(whyNotOverGamma([row])).toBeNull();
  });

  test("where no row has every γ, the curve goes through rows that differ in γ alone", () => {
    const at = (gamma: number, changes: Partial<Row> = {}) =>
      rowWith({
        kind: "whp",
        method: "exact",
        draws: null,
        calibration: null,
        cell: { psi: "tanh", k: 3, gamma },
        failureRate: gamma / 4,
        failureLower: gamma / 4,
        failureUpper: gamma / 4,
        ...changes,
      });
    const figure = figureCalibration(
      [at(0.1), at(0.01), at(0.5, { cell: { psi: "tanh", k: 4, gamma: 0.5 } })],
      NO_TEXTS,
    );
    expect(figure?.svg.match(/class="mark"/g)).toHaveLength(2);
    expect(figure?.svg).toContain("as printed, psi=tanh k=3");
    expect(figure?.caption).toContain("differ in γ alone");
    // γ times 10⁸ is beyond the axis.
    const far = figureCalibration(
      [at(0.1), at(1e-10, { failureRate: 0.01, failureLower: 0.01, failureUpper: 0.01 })],
      NO_TEXTS,
    );
    expect(far?.svg.match(/<circle class="mark"/g)).toHaveLength(1);
    expect(far?.svg).toContain('<path class="mark"');
    expect(far?.caption).toContain("above 10⁶ is an arrowhead");
    const unbroken = { failureRate: 0, failureLower: 0, failureUpper: 1e-3 };
    for (const [rows, why] of [
      [[at(0.1)], "no cell was audited at two values of γ"],
      [[at(0.1, unbroken), at(0.2, unbroken)], "no failure was found at any cell: there are upper limits alone"],
      [[at(0.1), at(0.2, unbroken)], "at no cell was a failure rate above 0 found at two values of γ"],
      [[at(0.1, { cell: { k: 3 } })], "how often it may fail is no parameter of its own"],
    ] as const) {
      expect(figureCalibration(rows, NO_TEXTS)).toBeNull();
      expect(whyNotOverGamma(rows)).toContain(why);
    }
    expect(whyNotOverGamma([at(0.1, { kind: "step" })])).toBeNull();
  });
});

describe("the frontier", () => {
  const columns = [
    { x: 2, spans: [] },
    { x: 3, spans: [[4, 8]] },
    { x: 8, spans: [[4, 8]] },
  ] as const;
  const map: ClaimMap = {
    x: "n",
    y: "m",
    at: { gamma: 0.1 },
    xRange: [0, 8],
    yRange: [0, 8],
    regions: [
      { title: "hypotheses hold, as printed", role: "printed", columns },
      {
        title: "experiments of <b>",
        role: "experiments",
        columns: [
          { x: 0, spans: [[0, 1]] },
          { x: 1, spans: [[0, 1]] },
        ],
      },
      { title: "nothing", role: "sharper", columns: [] },
    ],
    notes: ["A note."],
  };
  const texts = textsWith([], { maps: new Map([["made-up", [map]]]) });
  const rows = [rowWith({ paper: "paper", cell: { n: 10, m: 100, gamma: 0.5 } })];
  const figure = figureFrontier(map, rows, texts, "here");

  test("draws each region, says from where on it holds, and how far experiments are from it", () => {
    expect(figure?.svg).toContain("hypotheses hold, as printed: from n\u00a0≥\u00a01000 and m\u00a0≥\u00a010⁴");
    expect(figure?.svg).toContain("nothing: nowhere on this map");
    expect(figure?.svg).toContain("100 × in n, 1000 × in m");
    expect(figure?.svg).toContain("experiments of &lt;b&gt;");
    expect(figure?.svg.match(/class="region printed r0" d=/g)).toHaveLength(1);
    expect(figure?.caption).toContain("Regions at γ=0.1");
    expect(figure?.caption).toContain("A note.");
  });

  test("names stand in their regions, on two lines where one is too long, and over what is too narrow for a name", () => {
    const span = (from: number, to: number, low: number, high: number) => [
      { x: from - 0.1, spans: [] },
      ...[from, (from + to) / 2, to].map((x) => ({ x, spans: [[low, high] as const] })),
      { x: to + 0.1, spans: [] },
    ];
    const names = (
      role: "printed" | "experiments",
      where: ReturnType<typeof span>,
      marks: readonly (readonly [number, number])[] = [],
    ) =>
      regionNames(
        [{ role, title: role, columns: where }],
        (log) => 50 * log,
        (log) => 400 - 50 * log,
        { left: 0, right: 400, top: 0, bottom: 400, marks },
      );
    expect(names("printed", span(0, 8, 0, 4))).toContain(">the paper’s hypotheses<");
    expect(names("printed", span(5, 8, 2, 8))).toMatch(/>the paper’s<tspan[^>]*>hypotheses</);
    const place = (svg: string) => /x="([\d.]+)" y="([\d.]+)"/.exec(svg)?.slice(1).map(Number);
    expect(place(names("experiments", span(1, 2, 1, 2)))).toEqual([57, 293]);
    expect(place(names("experiments", span(1, 5, 1, 5)))).toEqual([57, 342]);
    expect(place(names("experiments", span(1, 5, 1, 5), [[60, 338]]))).toEqual([57, 166]);
  });

  test("stands before the other figures of its statement", () => {
    expect(figuresOf(rows, texts, "a")[0]?.name).toBe("frontier");
  });
});

describe("the graph", () => {
  const texts = textsWith([
    statementWith({ id: "a" }),
    statementWith({ id: "b", name: "Lemma <2>", uses: { statement: ["a"], proof: [] } }),
    statementWith({ id: "c", uses: { statement: ["b"], proof: ["a"] } }),
    statementWith({ id: "d" }),
  ]);
  const rows = ["a", "b", "c", "d"].map((claim) =>
    rowWith({ paper: "paper", claim, verdict: claim === "a" ? "refuted" : "supported" }),
  );
  const svg = figureGraph(standings(rows, texts))?.svg ?? "";

  test("has every statement, and the edges that do not follow from others", () => {
    expect(svg.match(/data-node=/g)).toHaveLength(4);
    expect([...svg.matchAll(/data-from="(\w)" data-to="(\w)"/g)].map(([, from, to]) => from + to)).toEqual([
      "ab",
      "bc",
    ]);
    expect(svg).toContain("Lemma 1: holds; rests on Lemma 1, refuted as printed");
    expect(svg).not.toContain("<2>");
  });

  test("is none where nothing rests on anything", () => {
    expect(figureGraph(standings(rows, NO_TEXTS))).toBeNull();
  });
});

test("a figure alone has its styles inside, in colours that every program knows", () => {
  const svg = standaloneSvg(axes.svg('<circle class="mark supported" cx="1" cy="1" r="4"/>'));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="470" height="350"/);
  expect(svg).toContain("<style>");
  expect(svg).not.toContain("var(");
  expect(svg).not.toContain("href=");
});

describe("findings", () => {
  test("name the tightest row, what would be refuted, and what was", () => {
    const rows = [
      rowWith({ slack: 3, refutedMultiple: 0.2, cell: { d: 7 } }),
      rowWith({ slack: 1.2, bound: 1.2, observedQuantile: 1, refutedMultiple: 0.8, cell: { d: 8 } }),
      rowWith({ slack: null, refutedMultiple: 0.99, vacuous: true, cell: { d: 9 } }),
      rowWith({ slack: 0.5, refutedMultiple: 1.5, verdict: "refuted", cell: { d: 10 } }),
      rowWith({ slack: 0.1, mutant: "wrong", verdict: "refuted", cell: { d: 11 } }),
    ];
    const texts = Object.fromEntries(findings(rows, NO_TEXTS).map(({ title, text }) => [title, text]));
    expect(texts.Refuted).toContain("d=10");
    expect(texts.Refuted).not.toContain("d=11");
    expect(texts["Least slack"]).toContain("0.5");
    expect(texts["Would be refuted"]).toContain("0.8 times the bound");
  });

  const constantsOf = (rows: readonly Row[]) =>
    findings(rows, NO_TEXTS).flatMap(({ title, text }) => (title.endsWith("constant") ? [`${title}: ${text}`] : []));
  const upper = (slack: number, changes: Partial<Row> = {}) =>
    rowWith({ slack, bound: slack, observedQuantile: 1, ...changes });

  test("give the smallest constant between what is refuted and what is supported, of each form", () => {
    const rows = [upper(3, { refutedMultiple: 0.2 }), upper(1.25, { refutedMultiple: 0.7, cell: { d: 8 } })];
    expect(constantsOf(rows)).toEqual([
      "Smallest constant: 0.8 times the one printed, between 0.7 (refuted) and 1 (supported), over 2 cells",
    ]);
    const broken = [...rows, upper(0.5, { refutedMultiple: 1.5, verdict: "refuted", cell: { d: 9 } })];
    expect(constantsOf(broken)).toEqual([
      "Smallest constant: 2 times the one printed, above 1.5 (refuted), over 3 cells",
    ]);
    expect(constantsOf([upper(2, { form: "repaired", refutedMultiple: null })])).toEqual([
      "Smallest constant: 0.5 times the one of the repaired form, at most 1 (supported), over 1 cell",
    ]);
  });

  test("give the largest constant of a lower bound", () => {
    const lower = rowWith({ slack: 4, bound: 1, observedQuantile: 4, refutedMultiple: 5 });
    expect(constantsOf([lower])).toEqual([
      "Largest constant: 4 times the one printed, between 1 (supported) and 5 (refuted), over 1 cell",
    ]);
  });

  test("speak of no slack where the left side is yes or no", () => {
    const rows = [rowWith({ slack: 1, bound: 1, observedQuantile: 1, refutedMultiple: 1 })];
    expect(findings(rows, NO_TEXTS).map(({ title }) => title)).toEqual(["Decided by"]);
    expect(ledgerLines(standings(rows, NO_TEXTS), NO_TEXTS)[0].slack).toBeNull();
  });
});

describe("mathematics", () => {
  test("is MathML", () => {
    expect(mathMl(String.raw`\frac{1}{\sqrt{k}}`)).toContain("<mfrac>");
  });

  test("that is no LaTeX is shown as it is, escaped", () => {
    expect(mathMl(String.raw`\nosuchcommand{<b>`)).toBe(String.raw`<code>\nosuchcommand{&lt;b&gt;</code>`);
  });

  test("brings nothing from outside", () => {
    const html = mathMl(String.raw`\href{javascript:alert(1)}{x} \text{<script>}`);
    expect(html).not.toMatch(/<a|href=|<script>/);
  });
});
