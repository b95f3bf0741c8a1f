import { expect, test } from "vitest";
import { messageOf } from "./message-of.js";

test("is what an error says, and anything else as a text", () => {
  expect([messageOf(new RangeError("off")), messageOf("off"), messageOf(3), messageOf(null)]).toEqual([
    "off",
    "off",
    "3",
    "null",
  ]);
});
