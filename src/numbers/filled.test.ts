import { expect, test } from "vitest";
import { filled } from "./filled.js";

test("is as long as asked, of 0 unless told", () => {
  expect([filled(3), filled(2, Infinity), filled(0)]).toEqual([[0, 0, 0], [Infinity, Infinity], []]);
});
