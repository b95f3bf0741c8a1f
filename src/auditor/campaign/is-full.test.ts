import { expect, test } from "vitest";
import { isFull } from "./is-full.js";

test.each([
  ["ENOSPC", true],
  ["EDQUOT", true],
  ["EIO", false],
])("an error of the system with code %s says that there is no room: %s", (code, full) => {
  expect(isFull(Object.assign(new Error("write"), { code }))).toBe(full);
});

test("what is no error of the system does not", () => {
  for (const other of [new Error("ENOSPC"), { code: "ENOSPC" }, "ENOSPC", null, undefined])
    expect(isFull(other)).toBe(false);
});
