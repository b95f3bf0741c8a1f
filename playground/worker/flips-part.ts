import { formatNumber } from "lemmacheck";
import { drawSlopedLine } from "lemmacheck/networks";
import { DECISION_ALPHA, failureLower, failureUpper } from "lemmacheck/statistics";
import { linePlot } from "../../reports/line-plot.js";
import { lineStreams } from "./line-streams.js";
import type { Setting } from "./setting.js";

/** Networks at most, bars, and milliseconds between two pictures. */
const [MOST, BARS, EVERY] = [4096, 24, 150];

function picture({ d, k }: Setting, lengths: readonly number[], networks: number): string {
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
    width: 520,
    height: 280,
  });
  const stayed = { failures: networks - lengths.length, draws: networks };
  const [low, high] = [1 - failureUpper(stayed, DECISION_ALPHA), 1 - failureLower(stayed, DECISION_ALPHA)];
  const median =
    sorted.length > 0
      ? ` Half of the steps are shorter than ${formatNumber(sorted[sorted.length >> 1])}; ‖x‖ = ${formatNumber(Math.sqrt(d))}.`
      : "";
  return `${svg}<p>${lengths.length} of ${networks} networks of width ${formatNumber(k)} change their sign at some |η| &lt; 20: a probability in [${formatNumber(low)}, ${formatNumber(high)}], wrong with probability at most ${DECISION_ALPHA}.${median}</p>`;
}

/** The smallest step that changes the sign, over more and more networks. */
export function* flipsPart(setting: Setting): Generator<string | null> {
  const { psi, d, k } = setting;
  const streams = lineStreams(setting);
  const lengths: number[] = [];
  let shown = 0;
  for (let n = 0; n < MOST; n++) {
    const line = drawSlopedLine({ psi, d, k }, streams(n));
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
