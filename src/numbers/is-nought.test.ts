import { expect, test } from "vitest";
import { isNought } from "./is-nought.js";

test("holds of what is proved to be 0 alone", () => {
  const nought = { value: 0, error: 0, proven: true };
  expect(isNought(nought)).toBe(true);
  for (const more of [{ proven: false }, { error: 1e-300 }, { value: 1e-300 }])
    expect(isNought({ ...nought, ...more })).toBe(false);
});
