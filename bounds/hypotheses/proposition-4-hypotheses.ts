import type { Hypothesis } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import type { Given } from "../parameters.js";

/** 1 ≤ R ≤ √d/2, under which Proposition 4 and every display of its proof stand. */
export const radiusInReach: readonly Hypothesis<Given<"d" | "radius">>[] = [
  { latex: String.raw`R \ge 1`, parameter: radius, least: () => 1 },
  { latex: String.raw`R \le \sqrt{d} / 2`, parameter: d, least: ({ radius }) => 4 * radius ** 2 },
];

/** What Proposition 4 assumes of R, k and d, but for d ≥ log(1/γ). */
export const largeWidth: readonly Hypothesis<Given<"d" | "k" | "radius">>[] = [
  ...radiusInReach,
  { latex: String.raw`\sqrt{k} \ge 52`, parameter: k, least: () => 52 ** 2 },
];

/** d ≥ log(1/γ). */
export const dimensionAtLeastLog: Hypothesis<Given<"d" | "gamma">> = {
  latex: String.raw`d \ge \log(1/\gamma)`,
  parameter: d,
  least: ({ gamma }) => -Math.log(gamma),
};
