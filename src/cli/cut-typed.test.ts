import { expect, test } from "vitest";
import { cutTyped } from "./cut-typed.js";

const long = "t+".repeat(101);
const cut = `${"t+".repeat(30)}…`;

test("what was typed is cut in a message where it is long, wherever it stands", () => {
  expect(cutTyped(`PSI is ${long}; it must be short, ${long} is not`, ["activation", long])).toBe(
    `PSI is ${cut}; it must be short, ${cut} is not`,
  );
  expect(cutTyped(`--psi is ${long}`, ["audit", `--psi=${long}`])).toBe(`--psi is ${cut}`);
});

test("what was typed and is of 200 characters, or was not typed, is left", () => {
  const most = "$&".repeat(100);
  expect(cutTyped(`PSI is ${most}`, ["activation", most])).toBe(`PSI is ${most}`);
  expect(cutTyped(`at ${long}`, ["audit"])).toBe(`at ${long}`);
});
