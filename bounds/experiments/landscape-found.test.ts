import type { Json } from "lemmacheck";
import { expect, test } from "vitest";
import { landscapeFound, SCALES } from "./landscape-found.js";

const point = { psi: "relu", d: 4, k: 5, depth: 1, initialisation: "fan-in", coefficients: "rademacher" } as const;
const jobs = SCALES.map(({ name, reach }) => ({
  key: name,
  payload: { point, seed: "s", reach: reach(4), side: 3, line: 3 },
}));

/** f(x) = 1 and ‖∇f(x)‖ = ½, with a sign that changes: straight would be −1, 1, 3 at −4, 0, 4. */
const bent = { value: 1, gradientNorm: 0.5, heights: [1, 1, 1, 1, 1, 1, 1, 1, -0.25], profile: [-1, 1, 2] };
/** f is level, and 0 in places. */
const level = { value: -2, gradientNorm: 0, heights: [-2, 0, -2, -2, -2, -2, -2, -2, -2], profile: [-2, -2, -2] };

test("scales of Section 1.2", () => {
  expect(SCALES.map(({ name, reach, about }) => [name, reach(16), about])).toEqual([
    ["macroscopic", 8, "‖δ‖ up to 2√d"],
    ["mesoscopic", 4, "‖δ‖ up to 4, as d and k grow o(√d)"],
    ["microscopic", 0.5, "‖δ‖ up to 2/√d"],
  ]);
});

test("a line, a sentence and a picture of each scale, in their order; no picture where f is beyond doubles", () => {
  const results = new Map<string, Json>([
    ["microscopic", level],
    ["mesoscopic", { beyond: true }],
    ["macroscopic", bent],
  ]);
  const line = { schema: 1, ...point, seed: "s" };
  const lines = [
    // Off by 1 at s = 4, and changed by 2 at s = −4.
    { ...line, scale: "macroscopic", reach: 4, value: 1, gradientNorm: 0.5, bend: 0.5, changesSign: true },
    { ...line, scale: "mesoscopic", reach: 4, value: null, gradientNorm: null, bend: null, changesSign: null },
    { ...line, scale: "microscopic", reach: 1, value: -2, gradientNorm: 0, bend: 0, changesSign: false },
  ];
  const left =
    "relu L=1 d=4 k=5 fan-in. Left: f(x + s·∇f/‖∇f‖ + t·v), v a random direction across; black where the sign changes, the circle is x.";
  const axes = { xLabel: "s, along ∇f(x)", yLabel: "t, across", zLabel: "f" };
  expect(landscapeFound(jobs, results)).toEqual({
    text: [
      "macroscopic  ‖δ‖ up to 2√d: f changes its sign; along the gradient it is off its tangent by 0.5 of its largest change",
      "mesoscopic   ‖δ‖ up to 4, as d and k grow o(√d): f goes beyond doubles, and is not shown",
      "microscopic  ‖δ‖ up to 2/√d: f keeps its sign; along the gradient it is off its tangent by 0 of its largest change",
    ].join("\n"),
    lines,
    files: {
      "landscape.jsonl": lines,
      "landscape-macroscopic.svg": {
        title: "f around x, macroscopic scale: ‖δ‖ up to 2√d",
        caption: [
          left,
          "Right: f along the gradient; dashed f(x) + s‖∇f(x)‖. Off by at most 0.5 of the largest change.",
        ],
        ...axes,
        xs: [-4, 0, 4],
        ys: [-4, 0, 4],
        heights: bent.heights,
        profile: { xs: [-4, 0, 4], heights: [-1, 1, 2], straight: [-1, 1, 3] },
      },
      "landscape-microscopic.svg": {
        title: "f around x, microscopic scale: ‖δ‖ up to 2/√d",
        caption: [left, "Right: f along the gradient; dashed f(x) + s‖∇f(x)‖. Off by at most 0 of the largest change."],
        ...axes,
        xs: [-1, 0, 1],
        ys: [-1, 0, 1],
        heights: level.heights,
        profile: { xs: [-1, 0, 1], heights: [-2, -2, -2], straight: [-2, -2, -2] },
      },
    },
  });
});

test("a scale without a job, or whose result is none, is left out", () => {
  const nothing = { text: "nothing is there yet", lines: [], files: { "landscape.jsonl": [] } };
  expect(landscapeFound(jobs, new Map())).toEqual(nothing);
  expect(landscapeFound([], new Map([["macroscopic", bent]]))).toEqual(nothing);
  expect(landscapeFound(jobs, new Map([["macroscopic", { ...bent, profile: [1] }]]))).toEqual(nothing);
  // Off by 1/8 at s = 4, and changed by 5/8 there; at s = −4 by ½, as it is straight.
  const mild = { ...bent, gradientNorm: 0.125, profile: [0.5, 1, 1.625] };
  expect(landscapeFound(jobs, new Map([["mesoscopic", mild]]))).toMatchObject({
    text: "mesoscopic   ‖δ‖ up to 4, as d and k grow o(√d): f changes its sign; along the gradient it is off its tangent by 0.2 of its largest change",
    lines: [{ scale: "mesoscopic", bend: 0.2 }],
  });
});
