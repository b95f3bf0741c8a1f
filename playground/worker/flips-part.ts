import { formatNumber } from "lemmacheck";
import { DECISION_ALPHA, failureLower } from "lemmacheck/statistics";
import { linePlot } from "../../reports/line-plot.js";
import { PICTURE } from "../../reports/plot.js";
import { lineOf } from "./line-of.js";
import type { Setting } from "./setting.js";

/** Networks at most, bars, and milliseconds between two pictures. */
const [MOST, BARS, EVERY] = [4096, 24, 150];

function picture({ d, k, depth }: Setting, lengths: readonly number[], networks: number): string {
  const sorted = lengths.toSorted((a, b) => a - b);
  const end = (sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 1) * 1.05;
  const counts = Array.from({ length: BARS }, () => 0);
  for (const length of sorted) if (length < end) counts[Math.floor((length / end) * BARS)]++;
  const bars = counts.map((count, i) => ({ from: (i * end) / BARS, to: ((i + 1) * end) / BARS, height: count }));
  const svg = linePlot({
    title: `How long a step it takes to change the sign of f, over ${networks} networks`,
    heading: "networks",
    xLabel: "the least ‖η∇f(x)‖ that changes the sign",
    curves: [],
    bars,
    xDomain: [0, end],
    width: PICTURE,
    height: 280,
  });
  // A sign that changes and changes back between two points that are looked at is not seen: the limit is one from below.
  const least = failureLower({ failures: lengths.length, draws: networks }, DECISION_ALPHA);
  const median =
    sorted.length > 0
      ? ` Half of the steps are shorter than ${formatNumber(sorted[sorted.length >> 1])}; ‖x‖ = ${formatNumber(Math.sqrt(d))}.`
      : "";
  return `${svg}<p>${lengths.length} of ${networks} networks of width ${formatNumber(k)}${depth > 1 ? ` and ${depth} hidden layers` : ""} are seen to change their sign at some |η| &lt; 20: a probability of at least ${formatNumber(least)}, wrong with probability at most ${DECISION_ALPHA}.${median}</p>`;
}

/** The smallest step that changes the sign, over more and more networks. */
export function* flipsPart(setting: Setting): Generator<string | null> {
  const draw = lineOf(setting);
  const lengths: number[] = [];
  let shown = 0;
  for (let n = 0; n < MOST; n++) {
    const line = draw(n);
    const flip = line.smallestFlip();
    if (flip) lengths.push(flip.upper * line.gradientNorm);
    const now = performance.now();
    if (now - shown < EVERY && n + 1 < MOST) yield null;
    else {
      shown = now;
      yield picture(setting, lengths, n + 1);
    }
  }
}
