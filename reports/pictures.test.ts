import { expect, test } from "vitest";
import type { Panels } from "../src/auditor/panels.js";
import { drawPicture } from "./draw-picture.js";

const point = (x: number, y: number) => ({
  x,
  y,
  lower: y - 0.1,
  upper: y + 0.1,
  low: y - 0.2,
  high: y + 0.2,
  note: `at ${x}`,
});

const panels: Panels = {
  title: "<b>&",
  caption: ["one", "two"],
  xLabel: "n",
  yLabel: "m",
  yDomain: [0, null],
  legend: "c =",
  panels: [
    {
      title: "first",
      curves: [{ label: "a", points: [point(1, 2), point(100, 3)] }],
      references: [{ y: 2.5, label: "limit" }],
    },
    { title: "second", curves: [{ label: "b", points: [point(10, 1)] }], references: [] },
  ],
};

/** Whether every element that is opened is closed. */
const isBalanced = (svg: string) => svg.match(/<(?!\/)[^>]*[^/]>/g)?.length === svg.match(/<\/[^>]*>/g)?.length;

test("panels stand alone, with what they were given and nothing of markup in it", () => {
  const svg = drawPicture(panels);
  expect(svg).toContain("&lt;b&gt;&amp;");
  expect(svg).not.toContain("<b>");
  for (const text of ["first", "second", "limit", "at 100", "one", "two", "c ="]) expect(svg).toContain(text);
  expect(svg).toContain("<style>");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(isBalanced(svg)).toBe(true);
});

test("a curve is broken where it has no value", () => {
  const points = [point(1, 2), point(10, 2), { x: 20, y: null, note: "" }, point(100, 3)];
  const svg = drawPicture({ ...panels, panels: [{ title: "", references: [], curves: [{ label: "a", points }] }] });
  const [, path] = /class="curve"[^>]* d="(M[^"]*L[^"]*)"/.exec(svg) ?? [];
  expect(path.match(/[ML]/g)).toEqual(["M", "L", "M"]);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
});

test("nothing to show is still a picture", () => {
  const svg = drawPicture({ ...panels, panels: [] });
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(isBalanced(svg)).toBe(true);
});

test("a relief has a cell a height, and the border between signs", () => {
  const svg = drawPicture({
    title: "t",
    caption: ["c"],
    xLabel: "x",
    yLabel: "y",
    zLabel: "z",
    xs: [-1, 0, 1],
    ys: [-1, 1],
    heights: [-1, 0, 1, -1, 0.5, 2],
    profile: { xs: [-1, 1], heights: [0, 0], straight: [0, 0] },
  });
  expect(svg.match(/<rect /g)).toHaveLength(7);
  expect(svg).toMatch(/class="contour" d="M/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(isBalanced(svg)).toBe(true);
});
