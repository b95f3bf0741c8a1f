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

test("what has no text, or a message that is none, has one all the same", () => {
  const thrower = {
    toString() {
      throw new Error("never");
    },
  };
  const message = Object.defineProperty(new Error("x"), "message", {
    get() {
      throw new Error("never");
    },
  });
  expect([Object.create(null), thrower, message].map(messageOf)).toEqual(
    Array.from({ length: 3 }, () => "what was thrown has no text"),
  );
  expect(messageOf(Object.assign(new Error("x"), { message: 7 }))).toBe("7");
});
