import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Functions that draw, but no law of a network that dense networks could contradict. */
const NO_LAWS: Readonly<Record<string, string>> = {
  drawDenseNetwork: "what the others are compared with",
  drawDenseLayer: "a part of it",
  drawCoefficients: "a part of it",
  drawSphereInput: "an input",
  drawLine: "by the list of laws",
  drawSlopedLine: "by the list of laws",
  drawReluScalars: "a part of drawReluRay, as the ones below are of rays",
  drawInputLayer: "a part",
  drawCoordinates: "a part",
  drawForward: "a part",
  drawBackward: "a part",
  drawLayer: "a part",
  drawUpper: "a part",
};
/** How tests, and what they share, come by dense networks. */
const DENSE = /\b(drawDenseNetwork|denseStep|denseShared|denseNeighbourhood)\b/;

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");
const files = [".", "../samplers"].flatMap((folder) =>
  readdirSync(path.join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && file !== "dense-compared.test.ts")
    .map((file) => path.join(folder, file)),
);
const isTest = (file: string) => /\.test\.ts$|(^|\/)testing\//.test(file);
const comparing = files
  .filter(isTest)
  .map(read)
  .filter((text) => DENSE.test(text));
// every-law.long.test.ts goes through the whole list.
const list = read("lines/laws.ts");

const exported = files
  .filter((file) => !isTest(file))
  .flatMap((file) =>
    Array.from(read(file).matchAll(/^export (?:function|const) (draw[A-Z]\w*)/gm), ([, name]) => name),
  );
const drawing = exported.filter((name) => !Object.hasOwn(NO_LAWS, name));
const mentions = (name: string) => (text: string) => new RegExp(`\\b${name}\\b`).test(text);

test.each(drawing)("%s is in the list of laws, or a test that draws dense networks has it", (name) => {
  expect(mentions(name)(list) || comparing.some(mentions(name))).toBe(true);
});

test("those that are found are all there are, and one that no test has would be seen", () => {
  expect(drawing.length).toBeGreaterThan(15);
  expect(Object.keys(NO_LAWS).filter((name) => !exported.includes(name))).toEqual([]);
  expect(comparing.some(mentions("drawNothing"))).toBe(false);
});
