import { describe, expect, test } from "vitest";
import type { Enclosure } from "../../chance/enclosure.js";
import type { Relation } from "../claim.js";
import { defineClaim } from "../define-claim.js";
import { nothing } from "../nothing.js";
import { statementOf } from "../statement.js";
import { madeUp } from "../testing/made-up.js";
import { beyond } from "./beyond.js";
import { type DrawSeen, isClear, meanExcess, rateExcess } from "./excess-of-draws.js";
import { excessOfLaw } from "./excess-of-law.js";
import { excessOfSides } from "./excess-of-sides.js";
import { logOddsOver } from "./log-odds-over.js";
import { sizes } from "./testing/plain-plants.js";
import { common, n } from "./testing/plant-parts.js";
import { normalSum } from "./testing/random-plants.js";

const SIDES: readonly (readonly [number, number, number])[] = [
  [2, 3, 1],
  [1, 1, 1],
  [1, 2, 4],
  [1, 8, 4],
  [-3, -2, -1],
  [-1, -0.5, -2],
  [-1, 2, 1],
  [-2, -1, 3],
  [1, 2, -3],
  [0, 0, 0],
  [0, 0, 1],
  [0, 1, 0],
  [-1, 0, 0],
  [1e300, 1e300, 1e-300],
  [-1e308, -1e308, 1e308],
  [1e308, 1e308, -1e308],
  [-Infinity, Infinity, 1],
  [Infinity, Infinity, -1],
];
const RELATIONS: readonly Relation[] = ["<=", ">=", "="];

// Pinned to the last bit: these numbers order what a search looks at next.
describe("how far a side is beyond its bound", () => {
  test("from both sides of 0, at 0, and where sums overflow", () => {
    expect(
      SIDES.map((side) => `${side.join(", ")}: ${RELATIONS.map((one) => beyond(...side, one)).join(" ")}`),
    ).toMatchSnapshot();
  });

  test("is above 0 exactly where the relation fails, and 0 where both agree", () => {
    for (const [lower, upper, bound] of SIDES) {
      expect(beyond(lower, upper, bound, "<=") > 0).toBe(lower > bound);
      expect(beyond(lower, upper, bound, ">=") > 0).toBe(upper < bound);
      expect(beyond(lower, upper, bound, "=") > 0).toBe(lower > bound || upper < bound);
    }
    expect(beyond(2, 2, 2, "<=")).toBe(0);
    expect(beyond(6, 7, 2, "<=")).toBeCloseTo(Math.log(3), 12);
    expect(beyond(6, 7, 21, ">=")).toBeCloseTo(Math.log(3), 12);
    expect(beyond(-2, -2, -6, "<=")).toBeCloseTo(Math.log(3), 12);
    expect(beyond(1, 1, -3, "<=")).toBe(1);
    expect(beyond(-3, -1, 2, "<=")).toBe(-11);
  });
});

describe("logarithms of odds", () => {
  const LOGS = [-Infinity, -745, -30, -1, -Math.LN2, -0.5, -1e-9, -1e-17, 0];
  test("of failure probabilities over what is allowed", () => {
    expect(LOGS.map((log) => LOGS.map((allowed) => logOddsOver(log, allowed)).join(" "))).toMatchSnapshot();
    expect(logOddsOver(0.1, -1)).toBe(1e6);
  });

  test("as they are defined, and with the sign of the difference", () => {
    const logit = (log: number) => log - Math.log(-Math.expm1(log));
    for (const log of LOGS.slice(1, -1))
      for (const allowed of LOGS.slice(1, -1)) {
        expect(logOddsOver(log, allowed)).toBeCloseTo(logit(log) - logit(allowed), 9);
        expect(Math.sign(logOddsOver(log, allowed))).toBe(Math.sign(log - allowed));
      }
  });
});

/** So many draws above a bound of 1, and so many below it. */
const draws = (failures: number, kept: number, upper = 0.5): DrawSeen[] => [
  ...Array.from({ length: failures }, () => ({ lower: 2, upper: 3, bound: 1 })),
  ...Array.from({ length: kept }, () => ({ lower: upper / 2, upper, bound: 1 })),
];

describe("what draws tell", () => {
  const RATES = [
    [0, 16, 0.1],
    [0, 64, 0.001],
    [0, 64, 0],
    [1, 63, 0],
    [64, 0, 0],
    [1, 15, 0.1],
    [2, 14, 0.1],
    [3, 13, 0.1],
    [8, 8, 0.1],
    [8, 8, 0.5],
    [9, 7, 0.5],
    [16, 0, 0.9],
    [128, 0, 0.9],
    [60, 4, 0.99],
    [1, 999, 0.001],
    [1, 999, 0.002],
    [1, 99, 1e-4],
  ] as const;

  test("of a rate of failures", () => {
    expect(
      RATES.map(([failures, kept, allowed]) =>
        [
          failures,
          kept,
          allowed,
          isClear(failures, failures + kept, allowed),
          rateExcess(draws(failures, kept), "<=", allowed),
        ].join(" "),
      ),
    ).toMatchSnapshot();
  });

  test("an excess is above 0 only where more fail than are allowed", () => {
    for (const [failures, kept, allowed] of RATES) {
      const excess = rateExcess(draws(failures, kept), "<=", allowed);
      if (failures <= allowed * (failures + kept)) expect(excess).toBeLessThan(0);
      if (isClear(failures, failures + kept, allowed) && failures > allowed * (failures + kept))
        expect(excess).toBeGreaterThan(0);
    }
  });

  test("is nearer to an excess, the nearer a draw came to its bound", () => {
    const near = rateExcess(draws(0, 32, 0.9), "<=", 0.1);
    expect(near).toBeGreaterThan(rateExcess(draws(0, 32, 0.1), "<=", 0.1));
    expect([near, rateExcess(draws(0, 32, 2), "<=", 0.1), rateExcess(draws(0, 32), ">=", 0)]).toMatchSnapshot();
  });

  const values = (...all: number[]): DrawSeen[] => all.map((x) => ({ lower: x - 0.5, upper: x + 0.5, bound: 1 }));
  test("of a mean", () => {
    const MEANS = [
      values(1, 2, 3, 2),
      values(2, 2, 2, 2),
      values(0, 0.5, 1, 0.5),
      values(1, 1),
      values(3, 3.001),
      values(NaN, 1),
    ];
    expect(MEANS.map((seen) => `${meanExcess(seen, "<=")} ${meanExcess(seen, ">=")}`)).toMatchSnapshot();
    // (2 − 1)/(√½/√4), less 3, over 10.
    expect(meanExcess(values(1, 2, 3, 2), "<=")).toBeCloseTo((Math.sqrt(8) - 3) / 10, 12);
    expect(meanExcess(values(1, 2, 3, 2), ">=")).toBeCloseTo((-Math.sqrt(8) - 3) / 10, 12);
  });
});

describe("where the failure probability is computed", () => {
  const given = { n: 1, gamma: 0.1 };
  const [a, b] = [Math.log(0.1), Math.log(0.1)];
  const law = (
    logLower: number,
    logUpper: number,
    allowed: { logLower: number; logUpper: number } | null = { logLower: a, logUpper: b },
  ) => {
    const claim = normalSum("law", () => 1, { exact: () => ({ logLower, logUpper }) });
    return excessOfLaw(statementOf(claim, given), given, 1, allowed && { probability: 0.1, ...allowed });
  };
  test("by its limits", () => {
    expect({
      above: law(-1, -0.9),
      barelyAbove: law(b + 1e-300, -1),
      justAbove: law(b + 1e-15, -1),
      around: law(-3, -1),
      at: law(a, b),
      below: law(-9, -8),
      impossible: law(-Infinity, -Infinity),
      unknownBelow: law(-Infinity, -4),
      tiny: law(-Infinity, -4, { logLower: -Infinity, logUpper: -708 }),
      nothingAllowed: law(-700, -600, { logLower: -Infinity, logUpper: -708 }),
      between: law(-2.5, -2, { logLower: -3, logUpper: -2.4 }),
    }).toMatchSnapshot();
    expect(law(-1, -1, null)).toBeNull();
    expect(law(-1, -0.9)?.excess).toBeCloseTo(logOddsOver(-1, b), 12);
  });

  test("and where it is not, nothing is said", () => {
    const claim = normalSum("law", () => 1, { exact: () => null });
    expect(excessOfLaw(statementOf(claim, given), given, 1, { probability: 0.1, logLower: a, logUpper: b })).toBeNull();
    const drawn = madeUp({ ...claim, exact: undefined });
    expect(excessOfLaw(statementOf(drawn, given), given, 1, { probability: 0.1, logLower: a, logUpper: b })).toBeNull();
  });
});

describe("where nothing is random", () => {
  const at = (observed: Enclosure, bound: number, relation: Relation = "<=") => {
    const claim = defineClaim({
      ...common,
      id: "sides",
      kind: "step",
      parameters: [n],
      draw: nothing,
      observed: () => observed,
      relation,
      forms: { printed: { bound: () => bound } },
      cells: [{ n: [1] }],
      mutants: { none: { bound: () => -1, at: { n: 1 } } },
    });
    return excessOfSides(statementOf(claim, { n: 1 }), { n: 1 }, bound);
  };
  test("the sides are compared, surely or not", () => {
    expect(at(2, 1)).toEqual({ excess: Math.LN2, sure: true });
    expect(at(1, 2)).toEqual({ excess: -Math.LN2, sure: false });
    // Within rounding: it does not fail surely.
    expect(at(1 + 2 ** -50, 1)).toEqual({ excess: 0, sure: false });
    expect(at({ lower: 1, upper: 4 }, 2)).toEqual({ excess: -Math.LN2, sure: false });
    expect(at({ lower: 3, upper: 4 }, 6, ">=")).toEqual({ excess: Math.log(6) - Math.log(4), sure: true });
    expect(at(3, 1, "=")).toEqual({ excess: Math.log(3), sure: true });
    // Proved, though both sides are the same to a double.
    expect(at(0, -5e-324)).toEqual({ excess: 1, sure: true });
  });

  test("an enclosure that is none is refused", () => {
    expect(() => at({ lower: 2, upper: 1 }, 1)).toThrowErrorMatchingInlineSnapshot(
      `[AuditError: sides (printed) at {"n":1}: the evaluation observed [2, 1]; it must be a finite number or { lower, upper } that hold one]`,
    );
    expect(() => at(NaN, 1)).toThrowErrorMatchingInlineSnapshot(
      `[AuditError: sides (printed) at {"n":1}: the evaluation observed NaN; it must be a finite number or { lower, upper } that hold one]`,
    );
  });
});

test("sizes of a plant are compared as they are", () => {
  const claim = sizes(
    "plain",
    (a) => a,
    (_, b) => b,
  );
  expect(excessOfSides(statementOf(claim, { n: 6, m: 2 }), { n: 6, m: 2 }, 2)).toEqual({
    excess: Math.log(6) - Math.log(2),
    sure: true,
  });
});
