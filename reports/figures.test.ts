import { describe, expect, test } from "vitest";
import { rowWith } from "../src/auditor/testing/row-with.js";
import { CALIBRATION_GAMMAS } from "../src/chance/calibration-band.js";
import { diagonal, logAxes } from "./axes.js";
import { figureBounds } from "./figure-bounds.js";
import { figureCalibration } from "./figure-calibration.js";
import { figureFailures } from "./figure-failures.js";
import { figureGrowth } from "./figure-growth.js";
import { figuresOf } from "./figures-of.js";
import { findings } from "./findings.js";
import { mathMl } from "./math.js";
import { NO_TEXTS } from "./texts.js";

const axes = logAxes({ title: "t", xLabel: "x", yLabel: "y", xs: [1, 100], ys: [10, 1000] });

describe("the axes", () => {
  test("are logarithmic: equal factors are equal lengths", () => {
    expect(axes.x(10) - axes.x(1)).toBeCloseTo(axes.x(100) - axes.x(10), 9);
    expect(axes.y(10) - axes.y(100)).toBeCloseTo(axes.y(100) - axes.y(1000), 9);
  });

  test("show the diagonal where they meet, and nothing where they do not", () => {
    expect(diagonal(axes)).toContain("<path");
    expect(diagonal(logAxes({ title: "", xLabel: "", yLabel: "", xs: [1, 2], ys: [1e6, 1e7] }))).toBe("");
  });

  test("make something of a single value, and of the ends of the doubles", () => {
    for (const value of [1, 1e300, 1e-300, Number.MAX_VALUE]) {
      const svg = logAxes({ title: "", xLabel: "", yLabel: "", xs: [value], ys: [value] }).svg("");
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe("bound against observed quantile", () => {
  const rows = [
    rowWith({ bound: 1, observedQuantile: 0.5 }),
    rowWith({ bound: 4, observedQuantile: 2, vacuous: true, form: "repaired" }),
    rowWith({ bound: 3, observedQuantile: null }),
    rowWith({ bound: 3, observedQuantile: 2, observedLower: 1, verdict: "inconclusive" }),
  ];
  const svg = figureBounds(rows, NO_TEXTS, "<=") ?? "";

  test("marks every row that has both, the form by shape and vacuous ones hollow", () => {
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg.match(/<rect/g)).toHaveLength(1);
    expect(svg).toContain('class="mark supported hollow"');
    expect(svg.match(/class="whisker/g)).toHaveLength(1);
    expect(svg).toContain("holds above the line");
    expect(figureBounds(rows, NO_TEXTS, ">=")).toContain("holds below the line");
  });

  test("is none where all bounds and quantiles are the same", () => {
    expect(figureBounds([rows[0], rows[0]], NO_TEXTS, "<=")).toBeNull();
    expect(figureBounds([], NO_TEXTS, "<=")).toBeNull();
  });

  test("escapes what rows say of themselves", () => {
    const hostile = rowWith({ cell: { "<b>": "<script>" }, bound: 3, observedQuantile: 1 });
    expect(figureBounds([rows[0], hostile], NO_TEXTS, "<=")).not.toContain("<script>");
  });
});

describe("the other figures", () => {
  test("failure rates stand at what is allowed, a rate of 0 at its upper limit", () => {
    const row = rowWith({ allowed: 0.1, failureRate: 0, failureLower: 0, failureUpper: 0.05 });
    expect(figureFailures([row], NO_TEXTS)).toContain("<circle");
    expect(figureFailures([rowWith({ failureUpper: null })], NO_TEXTS)).toBeNull();
  });

  test("a trend is its curve, its limits and the printed exponent", () => {
    const trend = rowWith({
      kind: "trend",
      grid: [10, 100, 1000],
      gridLower: [0.9, 0.3, 0.09],
      gridUpper: [1.1, 0.34, 0.11],
      printedExponent: -0.5,
    });
    const svg = figureGrowth([trend], NO_TEXTS) ?? "";
    expect(svg.match(/class="whisker/g)).toHaveLength(3);
    // Steeper than the curve: it ends further down, where the steepest line touches the floor of the axes' values.
    const endOf = (printedExponent: number) =>
      Number(
        /dashed" d="M[\d.]+ [\d.]+L[\d.]+ ([\d.]+)"/.exec(
          figureGrowth([{ ...trend, printedExponent }], NO_TEXTS) ?? "",
        )?.[1],
      );
    const curveEnd = (printedExponent: number) =>
      Number(
        /class="curve [a-z]+" d="[^"]*L[\d.]+ ([\d.]+)"/.exec(
          figureGrowth([{ ...trend, printedExponent }], NO_TEXTS) ?? "",
        )?.[1],
      );
    expect(endOf(-1)).toBeGreaterThan(curveEnd(-1));
    expect(endOf(0)).toBeLessThan(curveEnd(0));
    expect(endOf(-0.5)).toBeCloseTo(curveEnd(-0.5), 0);
    expect(
      figureGrowth([rowWith({ grid: [1, 2], gridLower: [0, 1], gridUpper: [1, 1], printedExponent: 0 })], NO_TEXTS),
    ).toBeNull();
  });

  test("every γ at once is a curve within its band", () => {
    const calibration = CALIBRATION_GAMMAS.map((gamma) => Math.floor(gamma * 500));
    const row = rowWith({ calibration, draws: 1000, alpha: 1e-10 });
    expect(figureCalibration(row, NO_TEXTS)).toContain('class="band"');
    expect(figureCalibration(rowWith({ calibration: null }), NO_TEXTS)).toBeNull();
    expect(figuresOf([row], NO_TEXTS, undefined).map(({ caption }) => caption)).toHaveLength(2);
  });
});

describe("findings", () => {
  test("name the tightest row, what would be refuted, and what was", () => {
    const rows = [
      rowWith({ slack: 3, refutedMultiple: 0.2, cell: { d: 7 } }),
      rowWith({ slack: 1.2, refutedMultiple: 0.8, cell: { d: 8 } }),
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
