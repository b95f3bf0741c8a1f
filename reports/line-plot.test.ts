import { describe, expect, test } from "vitest";
import { linePlot } from "./line-plot.js";

const base = { title: "t", xLabel: "x" } as const;

describe("a plot over straight axes", () => {
  test("breaks a curve at a null and where it has no value", () => {
    const points = [[0, 0], [1, 1], null, [2, 2], [3, Number.NaN], [4, 0], [5, 1]] as const;
    const svg = linePlot({ ...base, curves: [{ style: "curve s0", points }] });
    const [, path] = /class="curve s0" d="([^"]*)"/.exec(svg) ?? [];
    // (2, 2) is alone, so that nothing is drawn there.
    expect(path?.match(/M/g)).toHaveLength(2);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("has powers of ten on a logarithmic axis, and round numbers where it spans less than one", () => {
    const curve = (end: number) => [
      {
        style: "curve s0",
        points: [
          [1, 0],
          [end, 1],
        ] as const,
      },
    ];
    expect(linePlot({ ...base, xLog: true, curves: curve(1e12) })).toContain("10⁸");
    expect(linePlot({ ...base, xLog: true, curves: curve(4) })).toMatch(/>3</);
  });

  test("shows a constant, nothing at all, and text from outside escaped", () => {
    expect(
      linePlot({
        ...base,
        curves: [
          {
            style: "curve s0",
            points: [
              [0, 5],
              [1, 5],
            ],
          },
        ],
      }),
    ).not.toMatch(/NaN|Infinity/);
    expect(linePlot({ ...base, curves: [] })).not.toMatch(/NaN|Infinity/);
    const marks = [{ x: 0.5, name: "<b>", style: "reference" }];
    expect(linePlot({ ...base, title: '"<', curves: [], marks })).toContain("&lt;b&gt;");
  });
});
