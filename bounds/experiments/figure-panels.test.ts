import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { figurePanels } from "./figure-panels.js";
import { figureRowWith } from "./testing/figure-row-with.js";

const relu = resolveActivation("relu");
const FAN_IN = "relu, weights of variance 1/fan-in, coefficients rademacher, |η| < 20; ";

describe("a figure of one point", () => {
  test("1 has limits and a band, cut off at 1, and the limit of large sizes", () => {
    expect(figurePanels("1", [figureRowWith({ fractionDeviation: 0.125 })], relu)).toEqual({
      title: "Figure 1: fraction of inputs whose sign is switched",
      caption: [
        `${FAN_IN}1,000 samples a point.`,
        "Band: one standard deviation over networks of the mean over the inputs of one. Whiskers: limits at 99.9 %. Dashed: the limit of large d and k.",
      ],
      xLabel: "width k",
      yLabel: "fraction switched",
      yDomain: [0, 1.02],
      legend: "d =",
      panels: [
        {
          title: "L = 1",
          references: [{ y: expect.closeTo(1, 10), label: "limit 1.000" }],
          curves: [
            {
              label: "10",
              points: [
                {
                  x: 20,
                  y: 0.9,
                  lower: 0.85,
                  upper: 0.93,
                  low: 0.775,
                  high: 1,
                  note: "k = 20: 0.9000 ± 0.13, 1000 samples",
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("2a has a band alone, not below 0, and its limit is 2/√π for one layer", () => {
    expect(figurePanels("2a", [figureRowWith({ etaDeviation: 2 })], relu)).toEqual({
      title: "Figure 2a: smallest |η| that switches the sign, over switched samples",
      caption: [
        `${FAN_IN}1,000 samples a point.`,
        "Band: one standard deviation over switched samples. Dashed: the limit of large d and k.",
      ],
      xLabel: "width k",
      yLabel: "mean smallest |η|",
      yDomain: [0, null],
      legend: "d =",
      panels: [
        {
          title: "L = 1",
          references: [{ y: expect.closeTo(2 / Math.sqrt(Math.PI), 10), label: "limit 1.128" }],
          curves: [
            {
              label: "10",
              points: [
                {
                  x: 20,
                  y: 1.25,
                  lower: null,
                  upper: null,
                  low: 0,
                  high: 3.25,
                  note: "k = 20: 1.250 ± 2.0, 1000 samples",
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("2b has a band alone, and its limit is √½ for one layer", () => {
    expect(figurePanels("2b", [figureRowWith()], relu)).toEqual({
      title: "Figure 2b: ‖∇f(x)‖, over all samples",
      caption: [
        `${FAN_IN}1,000 samples a point.`,
        "Band: one standard deviation over samples. Dashed: the limit of large d and k.",
      ],
      xLabel: "width k",
      yLabel: "mean ‖∇f(x)‖",
      yDomain: [0, null],
      legend: "d =",
      panels: [
        {
          title: "L = 1",
          references: [{ y: expect.closeTo(Math.SQRT1_2, 10), label: "limit 0.7071" }],
          curves: [
            {
              label: "10",
              points: [
                {
                  x: 20,
                  y: 0.75,
                  lower: null,
                  upper: null,
                  low: 0.625,
                  high: 0.875,
                  note: "k = 20: 0.7500 ± 0.13, 1000 samples",
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

test("the band of a fraction is not cut off below 1, and without a deviation there is none", () => {
  const points = (deviation: number | null) =>
    figurePanels("1", [figureRowWith({ fractionDeviation: deviation })], relu).panels[0].curves[0].points;
  expect(points(0.0625)).toMatchObject([{ low: 0.8375, high: 0.9625 }]);
  expect(points(null)).toMatchObject([{ low: null, high: null, note: "k = 20: 0.9000, 1000 samples" }]);
});

test("a point of which the number is unknown is left out", () => {
  const rows = [figureRowWith({ etaMean: null }), figureRowWith({ k: 30 })];
  expect(figurePanels("2a", rows, relu).panels[0].curves[0].points.map(({ x }) => x)).toEqual([30]);
  expect(figurePanels("2b", rows, relu).panels[0].curves[0].points.map(({ x }) => x)).toEqual([20, 30]);
});

test("other laws are told in the caption, and so is how many samples the points have", () => {
  const he = { initialisation: "he", coefficients: "gaussian" } as const;
  const rows = [2000, 40, 300].map((samples, i) => figureRowWith({ ...he, k: i + 1, samples }));
  const { caption, panels } = figurePanels("2b", [...rows, figureRowWith({ ...he, depth: 3, samples: 40 })], relu);
  expect(caption[0]).toBe(
    "relu, weights of variance 2/fan-in beyond the first layer, coefficients gaussian, |η| < 20; 40 to 2,000 samples a point.",
  );
  // √½(g/2)^(L−1) does not fall with depth where g is 2.
  expect(panels.map(({ title, references }) => [title, references[0].label])).toEqual([
    ["L = 1", "limit 0.7071"],
    ["L = 3", "limit 0.7071"],
  ]);
  expect(figurePanels("2b", rows.slice(0, 2), relu).caption[0]).toMatch(/; 40 to 2,000 samples a point\.$/);
  expect(figurePanels("2b", [figureRowWith({ depth: 3 })], relu).panels[0].references[0].label).toBe("limit 0.3536");
});

test("without points there are no panels, and without a limit no line for it", () => {
  expect(figurePanels("1", [], relu)).toMatchObject({
    caption: ["relu, weights of variance 1/fan-in, coefficients , |η| < 20; no samples a point.", expect.any(String)],
    panels: [],
  });
  const zero = { ...relu, value: () => 0, derivative: () => 0 };
  expect(figurePanels("1", [figureRowWith()], zero).panels[0].references).toEqual([]);
});

describe("curves", () => {
  const curvesAt = (...sizes: readonly (readonly [d: number, k: number])[]) =>
    figurePanels(
      "1",
      sizes.map(([d, k]) => figureRowWith({ d, k })),
      relu,
    ).panels[0].curves.map(({ label, points }) => [label, points.map(({ x }) => x)]);

  test("are one a d, in order, named shortly from 10⁴ on", () => {
    expect(curvesAt([10_000, 5], [9999, 6], [5_000_000, 7], [9999, 8])).toEqual([
      ["9999", [6, 8]],
      ["10⁴", [5]],
      ["5·10⁶", [7]],
    ]);
  });

  test("of d with d = k alone are one together, from two on, which has the whole diagonal", () => {
    expect(curvesAt([5, 5], [7, 7], [9, 9], [9, 4])).toEqual([
      ["9", [9, 4]],
      ["k", [5, 7, 9]],
    ]);
    expect(curvesAt([5, 5], [9, 9], [9, 4])).toEqual([
      ["5", [5]],
      ["9", [9, 4]],
    ]);
  });

  test("stand in each panel, whether there is a point or not, and widths are named shortly", () => {
    const { panels } = figurePanels(
      "1",
      [figureRowWith({ depth: 2 }), figureRowWith({ d: 4, k: 20_000, depth: 1 })],
      relu,
    );
    expect(
      panels.map(({ title, curves }) => [title, curves.map(({ label, points }) => [label, points[0]?.note])]),
    ).toEqual([
      [
        "L = 1",
        [
          ["4", "k = 2·10⁴: 0.9000 ± 0.050, 1000 samples"],
          ["10", undefined],
        ],
      ],
      [
        "L = 2",
        [
          ["4", undefined],
          ["10", "k = 20: 0.9000 ± 0.050, 1000 samples"],
        ],
      ],
    ]);
  });
});
