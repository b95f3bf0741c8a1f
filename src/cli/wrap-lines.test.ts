import { expect, test } from "vitest";
import { wrapLines } from "./wrap-lines.js";

const LINE =
  "lemma-1 printed      tanh d=400 k=400 γ=0.05           supported           fails 0.01234 (exact), slack 1.5";

test("long lines are broken between words, and what follows is set in", () => {
  const lines = wrapLines(`short\n  ${LINE}`, 60).split("\n");
  expect(lines[0]).toBe("short");
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  expect(lines.slice(1).join(" ").split(/\s+/)).toEqual(`  ${LINE}`.split(/\s+/));
  expect(lines.slice(2).every((line) => /^ {4}\S/.test(line))).toBe(true);
});

test("accents take no room, and a word longer than a line has one of its own", () => {
  expect(wrapLines(`${"x\u0303".repeat(40)} y`, 42)).toBe(`${"x\u0303".repeat(40)} y`);
  expect(wrapLines(`a ${"x".repeat(50)} b`, 40)).toBe(`a\n  ${"x".repeat(50)}\n  b`);
});

test("JSON and commands stay whole, and so does all where a terminal is narrow, or is none", () => {
  const json = JSON.stringify({ reason: "a b ".repeat(30) });
  const command = `Again: npx lemmacheck audit ${"lemma-1 ".repeat(20)}`;
  for (const text of [json, command]) expect(wrapLines(text, 60)).toBe(text);
  for (const columns of [10, Number.NaN]) expect(wrapLines(LINE, columns)).toBe(LINE);
});
