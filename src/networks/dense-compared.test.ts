import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as networks from "../networks.js";

/** What is drawn otherwise than as the laws below are. */
const NO_LAWS: Readonly<Record<string, string>> = {
  drawDenseNetwork: "what the others are compared with",
  drawSphereInput: "an input",
  drawLine: "by the laws of the list",
  drawSlopedLine: "by the laws of the list",
};
/** How tests and what they share come by dense networks. */
const DENSE = /\b(drawDenseNetwork|denseStep|denseShared)\b/;

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
const files = [".", "../samplers"].flatMap((folder) =>
  readdirSync(path.join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" }).map((file) =>
    path.join(folder, file),
  ),
);
const comparing = files
  .filter((file) => /\.test\.ts$|(^|\/)testing\//.test(file) && !file.endsWith("dense-compared.test.ts"))
  .map(read)
  .filter((text) => DENSE.test(text));
// every-law.long.test.ts goes through the whole list.
const list = read("lines/laws.ts");

const drawing = Object.keys(networks).filter((name) => name.startsWith("draw") && !Object.hasOwn(NO_LAWS, name));
const mentions = (name: string) => (text: string) => new RegExp(`\\b${name}\\b`).test(text);

test.each(drawing)("%s is in the list of laws, or a test that draws dense networks has it", (name) => {
  expect(mentions(name)(list) || comparing.some(mentions(name))).toBe(true);
});

test("the list is of what is exported, and a name that no test has is seen", () => {
  expect(drawing.length).toBeGreaterThan(9);
  for (const name of Object.keys(NO_LAWS)) expect(Object.keys(networks)).toContain(name);
  expect(comparing.some(mentions("drawNothing"))).toBe(false);
});
