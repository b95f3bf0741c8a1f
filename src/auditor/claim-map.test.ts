import { describe, expect, test } from "vitest";
import { theoremOneConstants } from "../../bounds/constants/theorem-1-constants.js";
import { mapsWith } from "../../bounds/maps.js";
import { theorem1 } from "../../bounds/theorem-1.js";
import { paper as projections } from "../../examples/own-paper/paper.js";
import { resolveActivation } from "../activations/resolve-activation.js";
import { claimMaps } from "./claim-map.js";
import { regionColumns } from "./region-spans.js";

describe("columns of a region", () => {
  const window = { x: [0, 10], y: [0, 10] } as const;

  test("end where it does, to a thousandth of the side, also between two columns", () => {
    const columns = regionColumns(window, 20, (x, y) => x >= 3.21 && y >= x / 2);
    const filled = columns.filter(({ spans }) => spans.length > 0);
    expect(filled[0].x).toBeCloseTo(3.21, 2);
    for (const { x, spans } of filled) {
      expect(spans).toHaveLength(1);
      expect(spans[0][0]).toBeCloseTo(x / 2, 2);
      expect(spans[0][1]).toBe(10);
    }
  });

  test("hold several intervals", () => {
    const [{ spans }] = regionColumns(window, 20, (_, y) => y < 2.3 || (y > 5 && y < 7.7));
    expect(spans.map(([low, high]) => [Number(low.toFixed(1)), Number(high.toFixed(1))])).toEqual([
      [0, 2.3],
      [5, 7.7],
    ]);
  });
});

describe("the map of a claim", () => {
  test("begins where the constants of its proof say", () => {
    const [map] = claimMaps(theorem1, mapsWith([]));
    const printed = map.regions.find(({ role }) => role === "printed")!;
    const filled = printed.columns.filter(({ spans }) => spans.length > 0);
    const { leastWidth, leastDimension } = theoremOneConstants(resolveActivation("tanh"), 0.1);
    expect(filled[0].x).toBeCloseTo(Math.log10(leastDimension(leastWidth)), 1);
    expect(Math.min(...filled.map(({ spans }) => spans[0][0]))).toBeCloseTo(Math.log10(leastWidth), 1);
    expect(map.at).toEqual({ psi: "tanh", gamma: 0.1 });
  });

  test("of a stranger's paper, which brings none, is over a size and its other number", async () => {
    const [claim] = await projections.claims();
    const [map] = claimMaps(claim, await projections.maps());
    expect([map.x, map.y]).toEqual(["m", "eps"]);
    expect(map.regions.map(({ role }) => role)).toEqual(["informative"]);
    expect(map.regions[0].columns.some(({ spans }) => spans.length > 0)).toBe(true);
  });
});
