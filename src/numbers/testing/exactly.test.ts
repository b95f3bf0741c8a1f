import { expect, test } from "vitest";
import { exactLines, exactly } from "./exactly.js";

test("numbers are shown to the last bit, rows and objects by what is in them", () => {
  expect(exactly([0.1 + 0.2, -0, Number.NaN, null, undefined, "a"])).toBe(
    '[0.30000000000000004, -0, NaN, null, undefined, "a"]',
  );
  expect(exactly({ a: new Float64Array([1, 2]), b: { c: true }, f: () => 1 })).toBe("{a [1, 2], b {c true}}");
  expect(exactly(Math.sin)).toBe("ƒ");
  expect(exactLines([1, [2]])).toBe("1\n[2]");
});

test("a long row is told from any other, by one bit too", () => {
  const row = Array.from({ length: 17 }, (_, i) => i);
  expect(exactly(row)).toMatch(/^\[0, 1, …, 16\] of 17, norm 38\.6\d+, bits [\da-f]+$/);
  for (let i = 0; i < 17; i++)
    expect(exactly(row.map((x, j) => (i === j ? x * (1 + 2 ** -52) || 5e-324 : x)))).not.toBe(exactly(row));
  expect(exactly(row.toReversed())).not.toBe(exactly(row));
});
