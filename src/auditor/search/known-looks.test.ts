import { expect, test } from "vitest";
import { defineClaim } from "../define-claim.js";
import { nothing } from "../nothing.js";
import { knownLooks } from "./known-looks.js";
import { probe } from "./probe.js";
import { common, n } from "./testing/plant-parts.js";

test("what hypotheses raise to one cell is looked at once", async () => {
  let looks = 0;
  const claim = defineClaim({
    ...common,
    id: "raised",
    kind: "step",
    parameters: [n],
    hypotheses: [{ latex: "n \\ge 50", parameter: n, least: () => 50 }],
    draw: nothing,
    observed() {
      looks++;
      return 1;
    },
    relation: "<=",
    forms: { printed: { bound: ({ n }) => n } },
    cells: [{ n: [60] }],
    mutants: { none: { bound: () => -1, at: { n: 60 } } },
  });
  const known = knownLooks();
  const at = (least: number) =>
    probe({ claim, cell: {} }, { cell: { n: least }, raise: "enough" }, { gaussians: 1, known });
  const [first, second] = [await at(3), await at(4)];
  expect(second).toEqual(first);
  expect(first.cell).toEqual({ n: 50 });
  expect(looks).toBe(1);
  await at(51);
  expect(looks).toBe(2);
});
