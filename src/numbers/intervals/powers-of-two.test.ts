import { expect, test } from "vitest";
import { powerOfTwo } from "./powers-of-two.js";

test("powers of two are exact from the least double to the largest", () => {
  for (const n of [-1074, -1073, -1023, -1022, -2, -1, 0, 1, 2, 3, 52, 1022, 1023]) expect(powerOfTwo(n)).toBe(2 ** n);
});
