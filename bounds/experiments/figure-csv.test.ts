import { expect, test } from "vitest";
import { figureCsv } from "./figure-csv.js";
import { figureRowWith } from "./testing/figure-row-with.js";

const HEADER =
  "schema,figure,psi,d,k,depth,initialisation,coefficients,networks,inputs,samples,switched,fraction,fractionLower,fractionUpper,fractionDeviation,fractionDeviationLower,fractionDeviationUpper,fractionDeviationClamped,pairs,etaMean,etaDeviation,gradientNormMean,gradientNormDeviation,gap,seed,milliseconds";

test("a header, then a line a point, each ended as RFC 4180 has it; null is empty", () => {
  expect(figureCsv([figureRowWith(), figureRowWith({ etaMean: null, fractionDeviationClamped: null, depth: 2 })])).toBe(
    [
      HEADER,
      "1,all,relu,10,20,1,fan-in,rademacher,10,100,1000,900,0.9,0.85,0.93,0.05,0.04,0.06,false,250,1.25,0.5,0.75,0.125,0,1,12.5",
      "1,all,relu,10,20,2,fan-in,rademacher,10,100,1000,900,0.9,0.85,0.93,0.05,0.04,0.06,,250,,0.5,0.75,0.125,0,1,12.5",
      "",
    ].join("\r\n"),
  );
});

test("of no points there is nothing, no header either", () => {
  expect(figureCsv([])).toBe("");
});

test.each([
  ["a,b", '"a,b"'],
  ['"a"', '"""a"""'],
  ["a\rb", '"a\rb"'],
  ["a\nb", '"a\nb"'],
  ["=1+1", "'=1+1"],
  ["+a", "'+a"],
  ["-a", "'-a"],
  ["@a", "'@a"],
  ["\ta", "'\ta"],
  ["\ra", '"\'\ra"'],
  ["=a,=b", '"\'=a,=b"'],
  ["a=b", "a=b"],
  ["a b", "a b"],
])("the text %j is written as %j", (seed, field) => {
  expect(figureCsv([figureRowWith({ seed })]).split("0.125,0,")[1]).toBe(`${field},12.5\r\n`);
});

test("a number below 0 is no formula", () => {
  expect(figureCsv([figureRowWith({ milliseconds: -1 })])).toMatch(/,1,-1\r\n$/);
});
