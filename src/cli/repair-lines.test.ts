import { expect, test } from "vitest";
import { repairLines } from "./repair-lines.js";

const nothing = { standing: [], undecided: [], tried: 0, of: 47, isOver: false, spent: 0 };
const constant = (factor: number) => ({ kind: "constant", factor }) as const;
const lines = (tried: Partial<Parameters<typeof repairLines>[0]>) =>
  repairLines({ ...nothing, ...tried }, (name) => name);

test("where none stands, it says how many of them were tried, and whether the time was over", () => {
  expect(lines({ tried: 47 })).toEqual(["  no repair stands: 47 of 47 repairs were tried"]);
  expect(lines({ tried: 12, isOver: true, undecided: [constant(1.1)] })).toEqual([
    "  no repair stands: 12 of 47 repairs were tried, then the time was over",
    "  not decided where the form is refuted, so not proposed: the right side times 1.1",
  ]);
});

test("what stands says where it is supported, and where it was looked for a failure", () => {
  const passed = { change: 1, excluded: 0, candidates: 1990, judged: 1985, exhausted: false };
  const standing = [2, 3, 4, 5, 8, 10].map((factor) => ({ ...passed, repair: constant(factor), supported: 3 }));
  expect(lines({ standing, tried: 30 })).toEqual([
    "  repair proposed, not proven: the right side times 2; supported at 3 cells where the form is refuted; not refuted at 1990 other cells, 1985 of them judged",
    "  larger changes that stand too: the right side times 3; the right side times 4; the right side times 5; the right side times 8; 1 more",
  ]);
  const alone = { ...passed, repair: constant(2), supported: 1, candidates: 0, judged: 0, exhausted: true };
  expect(lines({ standing: [alone], tried: 5, isOver: true })).toEqual([
    "  repair proposed, not proven: the right side times 2; supported at 1 cell where the form is refuted; there is no other cell",
    "  5 of 47 repairs were tried, then the time was over",
  ]);
});
