import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { contains, interval, point, widen } from "./interval.js";
import { realPower } from "./real-power.js";

const BASES = [interval(0, 0), interval(0, 2), interval(0.5, 3), interval(2, 2), interval(1, Infinity)];
const EXPONENTS = [point(1), point(2), point(0.5), point(1.5), interval(1 / 3, 0.34), interval(2, 2.5)];

test("x^r is enclosed at points of both", () => {
  for (const a of BASES.slice(0, -1))
    for (const r of EXPONENTS)
      for (const x of [a.lo, (a.lo + a.hi) / 2, a.hi])
        expect(contains(widen(realPower(a, point(r.lo))), x ** r.lo), `${x}^${r.lo}`).toBe(true);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("x^r to the last bit, also below 0 for whole r", () => {
  expect(
    callTable(
      realPower,
      BASES.flatMap((a) => EXPONENTS.map((r) => [a, r] as const)),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      realPower,
      [2, 3].map((r) => [interval(-2, 1), point(r)] as const),
    ),
  ).toMatchSnapshot();
});
