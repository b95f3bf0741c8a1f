import { describe, expect, test } from "vitest";
import type { Claim } from "../claim.js";
import { defineClaim } from "../define-claim.js";
import type { Domain, Value } from "../domain.js";
import { closedInterval, either, integers, oneOf, positiveReals, restricted, text } from "../domains.js";
import { nothing } from "../nothing.js";
import { type AnyParameter, type Family, parameter, type Resolution } from "../parameter.js";
import { type Axis, isOn, type Spot } from "./axis.js";
import { axisOf } from "./axis-of.js";
import { domainAxis } from "./domain-axis.js";
import { familyAxis } from "./family-axis.js";
import { listedAxis } from "./listed-axis.js";
import { common } from "./testing/plant-parts.js";
import { seededDice, times } from "./testing/seeded-dice.js";

const valuesOf = (spots: readonly Spot[]) => spots.map(({ value }) => value);

/** An axis as it is seen from some spots. */
function seen(axis: Axis | null, at: readonly Spot[], name = "axes") {
  if (!axis) return null;
  const dice = seededDice(name);
  return {
    corners: valuesOf(axis.corners).join(" "),
    all: axis.all && valuesOf(axis.all).join(" "),
    open: axis.open,
    dear: axis.dear,
    anywhere: times(30, () => axis.anywhere(dice).value).join(" "),
    near: at.map((spot) => times(12, (i) => axis.near(spot, 2 ** (i - 6), dice).value).join(" ")),
    simpler: at.map((spot) => valuesOf(axis.simpler(spot)).join(" ")),
  };
}

describe("a few values", () => {
  const axis = listedAxis(["a", "b", 3], true);
  test("are all there is, the first the simplest", () => {
    expect(valuesOf(axis.corners)).toEqual(["a", "b", 3]);
    expect(axis.all).toEqual(axis.corners);
    expect(axis.dear).toBe(true);
    expect(listedAxis(["a"], false).dear).toBe(false);
    expect(["a", "b", 3, "other"].map((value) => valuesOf(axis.simpler({ value })))).toEqual([
      [],
      ["a"],
      ["a", "b"],
      [],
    ]);
    expect(["a", 3, "3", 4].map((value) => isOn(axis, value))).toEqual([true, true, false, false]);
    expect(isOn({ ...axis, all: undefined }, 4)).toBe(true);
  });

  test("are all come to, from anywhere and from one of them", () => {
    const dice = seededDice();
    expect(new Set(times(40, () => axis.anywhere(dice).value))).toEqual(new Set(["a", "b", 3]));
    expect(new Set(times(40, () => axis.near({ value: "a" }, 1, dice).value))).toEqual(new Set(["a", "b", 3]));
  });
});

/** Pinned to the last bit: what is looked at, and in which order, decides what a search finds. */
describe("the axis of a domain", () => {
  const CASES: readonly (readonly [string, Domain, readonly Value[]])[] = [
    ["words", oneOf("x", "y", "z"), ["x", "z"]],
    ["a text, of which nothing is known", text(), []],
    ["a word or a number", either<Value>(oneOf("none"), positiveReals()), ["none", 2, 1.37]],
    ["a few integers or words", either<Value>(integers(5, 9), oneOf("many", "all")), [7, "all"]],
    ["a word or any text", either<Value>(oneOf("ab"), text("a name")), ["ab", "other"]],
    ["texts alone", either<Value>(text("a name"), text("a place")), []],
    ["even integers", restricted(integers(2, 1000), "that is even", (n) => n % 2 === 0), [2, 300]],
    ["even ones, of few", restricted(integers(2, 12), "that is even", (n) => n % 2 === 0), [12]],
    [
      "a part without corners",
      restricted(integers(1, 2 ** 40), "that is 13 or 20", (n) => n === 13 || n === 20),
      [13, 20],
    ],
    ["a part of which no member is found", restricted(integers(1, 2 ** 40), "that is 777", (n) => n === 777), []],
    ["a part of words", restricted(oneOf("x", "y"), "that is no x", (word) => word === "y"), ["y"]],
    ["a part of words without any", restricted(oneOf("x", "y"), "that is neither", () => false), []],
    ["a part of a text", restricted(text(), "that is short", () => true), []],
    ["a part of a word or a text", restricted(either<Value>(oneOf("ab"), text()), "that is short", () => true), ["ab"]],
  ];
  test.each(CASES)("%s", (name, domain, at) => {
    const axis = domainAxis(domain);
    expect(
      seen(
        axis,
        at.map((value) => ({ value })),
        name,
      ),
    ).toMatchSnapshot();
    const dice = seededDice("inside");
    if (axis)
      for (const { value } of [...axis.corners, ...times(40, () => axis.near(axis.anywhere(dice), 1, dice))])
        expect(domain.has(value)).toBe(true);
  });

  test("a part is open, or dear, where its whole is, and of several domains where one is", () => {
    const isOpen = (domain: Domain) => domainAxis(domain)?.open;
    const short = restricted(either<Value>(oneOf("ab"), text()), "that is short", () => true);
    expect(isOpen(short)).toBe(true);
    expect(isOpen(either<Value>(oneOf("x"), short))).toBe(true);
    expect(isOpen(either<Value>(oneOf("x"), integers(1, 3)))).toBe(false);
    expect(domainAxis(either<Value>(oneOf("x"), integers(1, 3)))?.dear).toBe(false);
    expect(domainAxis(either<Value>(oneOf("x"), integers(1, 1e6)))?.all).toBeUndefined();
  });
});

const bumps: Family<string> = {
  name: "bump",
  free: [positiveReals(), closedInterval(-1, 1)],
  member: (a, b) => `bump ${a} ${b}`,
};
const fixed: Family<string> = { name: "fixed", free: [], member: () => "fixed" };
const member = (family: number, value: string, ...free: readonly number[]): Spot => ({
  value,
  member: { family, free },
});

describe("the axis of things that are known and of families", () => {
  test.each<[string, Axis, readonly Spot[]]>([
    [
      "two families",
      familyAxis(["one", "two", "three"], [bumps, fixed]),
      [
        { value: "one" },
        { value: "three" },
        { value: "unknown" },
        member(0, "bump 2 0.5", 2, 0.5),
        member(0, "bump 1 -1", 1, -1),
        member(1, "fixed"),
      ],
    ],
    ["one family", familyAxis(["one"], [bumps]), [{ value: "one" }, member(0, "bump 0.37 0.25", 0.37, 0.25)]],
    ["no family", familyAxis(["one", "two"], []), [{ value: "one" }, { value: "two" }]],
  ])("%s", (name, axis, at) => {
    expect(seen(axis, at, name)).toMatchSnapshot();
    expect(axis.dear).toBe(true);
  });

  test("a member says what it was made from, to two digits", () => {
    const axis = familyAxis(["one"], [bumps]);
    const dice = seededDice("members");
    const moved = times(40, () => axis.near(member(0, "bump 1 0", 1, 0), 1, dice));
    for (const { value, member: of } of moved) expect(value).toBe(bumps.member(...(of?.free ?? [])));
    expect(moved.every(({ member: of }) => of?.free.every((x) => Number(Number(x).toPrecision(2)) === x))).toBe(true);
    // One free number at a time.
    expect(moved.every(({ member: of }) => of?.free[0] === 1 || of?.free[1] === 0)).toBe(true);
  });
});

describe("the axis of a parameter of a claim", () => {
  const claimOf = (thing: AnyParameter, values: readonly Value[]): Claim =>
    defineClaim<readonly AnyParameter[], null>({
      ...common,
      id: "axes",
      kind: "step",
      parameters: [thing],
      draw: nothing,
      observed: () => 0,
      relation: "<=",
      forms: { printed: { bound: () => 1 } },
      cells: values.map((value) => ({ [thing.name]: [value] })),
      mutants: { none: { bound: () => -1, at: { [thing.name]: values[0] } } },
    });
  const resolution = (families: readonly Family<string>[]): Resolution<string, string> => ({
    resolve: (id) => id,
    valueOf: (id) => id,
    known: () => ["ab", "cd"],
    admit: () => "ab",
    about: () => ({ expression: null, provenance: null }),
    ...(families.length > 0 ? { families } : {}),
  });
  const none = { asked: {}, additions: {} };
  const name = "thing";
  const words = parameter({ name, domain: text("a name") });
  const known = parameter({ name, domain: text("a name"), resolution: resolution([]) });
  const chosen = parameter({ name, domain: oneOf("ab", "cd"), resolution: resolution([]) });
  const family = parameter({ name, domain: text("a name"), resolution: resolution([bumps]) });
  const usual = parameter({ name, domain: integers(1, 1e6), usual: integers(10, 20) });
  const plain = parameter({ name, domain: integers(1, 1e6) });
  const examples = parameter({ name, domain: text("a name"), examples: ["e", "ab"] });

  test.each<[string, AnyParameter, readonly Value[], Parameters<typeof axisOf>[2]]>([
    ["values that were asked for", plain, [1], { asked: { thing: [7, 5] }, additions: {} }],
    ["none that were asked for", plain, [1], { asked: { thing: [] }, additions: {} }],
    ["things that were asked for", known, ["ab"], { asked: { thing: ["cd"] }, additions: {} }],
    ["others that were asked for", plain, [1], { asked: { toString: [3] }, additions: {} }],
    ["known things", known, ["ab"], none],
    ["known things of these words", chosen, ["ab"], none],
    ["somebody's own", known, ["ab"], { asked: {}, additions: { thing: ["own"] } }],
    ["a family", family, ["ab"], none],
    ["a part that is usual", usual, [12], none],
    ["a domain", plain, [1], none],
    ["a text with examples", examples, ["ab", "e"], none],
    ["a text of default cells", words, ["ab", "cd", "ab"], none],
  ])("%s", (title, thing, values, how) => {
    const axis = axisOf(claimOf(thing, values), thing, how);
    const { near, simpler, ...rest } = seen(axis, [{ value: values[0] }], title) ?? {};
    expect({ ...rest, near: near?.length, simpler }).toMatchSnapshot();
  });

  test("most of what is tried lies where it is usual", () => {
    const axis = axisOf(claimOf(usual, [12]), usual, none);
    const dice = seededDice("usual");
    const inside = times(400, () => axis.anywhere(dice)).filter(
      ({ value }) => Number(value) >= 10 && Number(value) <= 20,
    );
    expect(inside.length / 400).toBeGreaterThan(0.75);
    expect(inside.length / 400).toBeLessThan(0.92);
  });
});
