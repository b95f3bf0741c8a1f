import { expect, test } from "vitest";
import type { Hypothesis } from "./claim.js";
import { integers } from "./domains.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { parameter } from "./parameter.js";

const k = parameter({ name: "k", domain: integers(1, 1e6), size: true });
const unknown: Hypothesis = { latex: "C < \\infty", holds: () => null, because: () => "C is not known" };
const given = { k: 10 };

test.each([NaN, Infinity, 1e9])("a size that rests on what is not known is not said to fail: k ≥ %s", (least) => {
  const size: Hypothesis = { latex: "k \\ge C", parameter: k, least: () => least };
  expect(failingHypothesis([unknown, size], given)).toEqual({
    fails: false,
    reason: "C < \\infty is undecided: C is not known",
  });
});

test("a size that is short fails where all before it is known, and so does another hypothesis after an undecided one", () => {
  const size: Hypothesis = { latex: "k \\ge 20", parameter: k, least: () => 20 };
  const other: Hypothesis = { latex: "k > 50", holds: () => false };
  expect(failingHypothesis([size, unknown], given)?.reason).toContain("k is 10, short of 20");
  expect(failingHypothesis([unknown, size, other], given)).toEqual({ fails: true, reason: "k > 50 fails" });
});

test("says by what a size is short, or that none would do, and refuses a least size that is no number", () => {
  const from = (least: unknown): Hypothesis => ({
    latex: "k \\ge C",
    parameter: k,
    // A claim may be written without types.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    least: () => least as number,
  });
  expect(failingHypothesis([from(25)], given)?.reason).toBe(
    "k \\ge C fails: k is 10, short of 25.0000 by a factor 2.50",
  );
  expect(failingHypothesis([from(Infinity)], given)?.reason).toBe(
    "k \\ge C fails: k is 10, and no finite value would do",
  );
  for (const [wrong, shown] of [
    [Number.NaN, "NaN"],
    ["20", '"20"'],
    [null, "null"],
    [undefined, "missing"],
  ])
    expect(() => failingHypothesis([from(wrong)], given)).toThrow(
      `hypothesis k \\ge C: the least k is ${shown}; it must be a number`,
    );
});
