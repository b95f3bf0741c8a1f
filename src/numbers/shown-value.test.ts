import { expect, test } from "vitest";

import { shownName, shownValue } from "./shown-value.js";

test.each([
  ["a\nb", '"a\\nb"'],
  ["\u001b[2J\u009b\u202e", '"\\u001b[2J\\u009b\\u202e"'],
  ["😀".repeat(60), `"${"😀".repeat(60)}"`],
  ["😀".repeat(61), `"${"😀".repeat(59)}…"`],
  [`${"😀".repeat(60)}a`, `"${"😀".repeat(59)}…"`],
  [`a${"😀".repeat(10_000)}`, `"a${"😀".repeat(58)}…"`],
  ["😀".repeat(100), `"${"😀".repeat(59)}…"`],
  [undefined, "missing"],
  [null, "null"],
  [Number.NaN, "NaN"],
  [() => 1, "a function"],
  [{ a: "\u2066" }, '{"a":"\\u2066"}'],
  [Array.from({ length: 100 }, () => 1), `[${"1,".repeat(29)}…`],
])("%j is shown as %s", (x, shown) => {
  expect(shownValue(x)).toBe(shown);
});

test("a name is shown as it is, and what is none as a text", () => {
  expect(shownName("forms.printed.bound")).toBe("forms.printed.bound");
  expect(shownName("\u0000")).toBe('"\\u0000"');
  expect(shownName("a".repeat(200))).toBe(`"${"a".repeat(59)}…"`);
});

test("what is no JSON is shown as an object", () => {
  expect(shownValue({ a: 1n })).toBe("an object");
});

test("texts are cut from 61 characters on, and names of 100 are names", () => {
  expect([shownValue("a".repeat(60)), shownValue("a".repeat(61))]).toEqual([
    `"${"a".repeat(60)}"`,
    `"${"a".repeat(59)}…"`,
  ]);
  expect([shownValue(10n ** 70n), shownValue(true), shownValue(Symbol("x"))]).toEqual([
    `1${"0".repeat(58)}…`,
    "true",
    "Symbol(x)",
  ]);
  expect([shownName("a".repeat(100)), shownName(""), shownName(3), shownName("ψ_1-[k]' x")]).toEqual([
    "a".repeat(100),
    '""',
    "3",
    "ψ_1-[k]' x",
  ]);
  expect([shownName("a!"), shownName("!a")]).toEqual(['"a!"', '"!a"']);
});
