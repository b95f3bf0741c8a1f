import { expect, test } from "vitest";
import { escapedCharacter, HIDING, TURNING } from "./unsafe-characters.js";

const found = (set: string) => {
  const pattern = new RegExp(`^[${set}]$`);
  const all = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) =>
    pattern.test(String.fromCharCode(code)),
  );
  return all.map((code) => code.toString(16));
};

test("what turns text round and what hides in it", () => {
  const from = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => (low + i).toString(16));
  expect(found(TURNING)).toEqual([
    ...from(0x7f, 0x9f),
    "61c",
    "200e",
    "200f",
    ...from(0x2028, 0x202e),
    ...from(0x2066, 0x2069),
  ]);
  expect(found(HIDING)).toEqual([...from(0x200b, 0x200d), ...from(0x2060, 0x2065), "feff"]);
  expect([escapedCharacter("\u007f"), escapedCharacter("\u202e")]).toEqual(["\\u007f", "\\u202e"]);
});
