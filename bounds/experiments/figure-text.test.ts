import { expect, test } from "vitest";
import { figureText } from "./figure-text.js";
import { figureRowWith } from "./testing/figure-row-with.js";

test("a line a point, with what all figures show of it", () => {
  expect(
    figureText(["1", "2a", "2b"], [figureRowWith(), figureRowWith({ d: 1e6, k: 5000, depth: 6, samples: 40 })]),
  ).toBe(
    [
      "L=1 d=10 k=20                switched 90.00 % (85.00 % to 93.00 %), deviation over networks 5.00 %; smallest |η| 1.25 ± 0.5; ‖∇f‖ 0.75 ± 0.125, 1000 samples",
      "L=6 d=1e6 k=5000             switched 90.00 % (85.00 % to 93.00 %), deviation over networks 5.00 %; smallest |η| 1.25 ± 0.5; ‖∇f‖ 0.75 ± 0.125, 40 samples",
    ].join("\n"),
  );
});

test("a figure shows its own number alone", () => {
  const at = "L=1 d=10 k=20               ";
  const row = figureRowWith();
  expect(figureText(["2a"], [row])).toBe(`${at} smallest |η| 1.25 ± 0.5, 1000 samples`);
  expect(figureText(["2b"], [row])).toBe(`${at} ‖∇f‖ 0.75 ± 0.125, 1000 samples`);
});

test("what is not known is a dash, or left out", () => {
  const row = figureRowWith({
    fractionDeviation: null,
    etaMean: null,
    etaDeviation: null,
    gradientNormMean: null,
    gradientNormDeviation: null,
  });
  expect(figureText(["1", "2a", "2b"], [row]).slice(29)).toBe(
    "switched 90.00 % (85.00 % to 93.00 %); smallest |η| – ± –; ‖∇f‖ – ± –, 1000 samples",
  );
});

test("a deviation that is the binomial part is said to be, and a gap where there is one", () => {
  const row = figureRowWith({ fractionDeviationClamped: true, gap: 0.001 });
  expect(figureText(["1"], [row]).slice(29)).toBe(
    "switched 90.00 % (85.00 % to 93.00 %), deviation over networks 5.00 %, the binomial part, pairs gave less, gap 0.10 %, 1000 samples",
  );
});

test("no points are said to be none", () => {
  expect(figureText(["1"], [])).toBe("no point is there yet");
});
