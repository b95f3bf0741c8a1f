import { expect, test } from "vitest";
import { lazily } from "./lazily.js";

test("computes once, also what is undefined", () => {
  let calls = 0;
  const once = lazily(() => {
    calls++;
  });
  expect(calls).toBe(0);
  expect([once(), once(), calls]).toEqual([undefined, undefined, 1]);
});
