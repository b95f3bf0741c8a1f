import type { BettingTest } from "./betting-test.js";
import { forecastDraws } from "./forecast-draws.js";
import type { MeanClaim } from "./judge-mean.js";
import type { MeanOutcome } from "./mean-outcome.js";
import { sampleMeans } from "./sample-means.js";

const shown = (x: number) => String(Number(x.toPrecision(6)));

/** What a verdict on a mean rests on, on one line; without one, about how many draws there would be. */
export function meanReason(test: BettingTest, claim: MeanClaim, verdict: MeanOutcome["verdict"]): string {
  const { draws, alpha } = test;
  const [low, high] = sampleMeans(test).map(shown);
  const mean = low === high ? low : `between ${low} and ${high}`;
  const seen = `${draws} draws have mean ${mean}`;
  const m = claim.atMost ?? claim.atLeast;
  const upwards = claim.atMost !== undefined;
  const claimed = `${upwards ? "at most" : "at least"} ${m}`;
  if (verdict === "supported")
    return `${seen}: ${upwards ? "lower" : "higher"} than a true mean ${upwards ? "above" : "below"} ${m} allows`;
  if (verdict === "refuted") return `${seen}: ${upwards ? "higher" : "lower"} than a true mean of ${claimed} allows`;
  const needed = forecastDraws(test, m);
  const advice = needed > draws && needed < 2 ** 53 ? `; if they go on like that, about ${needed} would` : "";
  return `${seen}, which does not settle a true mean of ${claimed} at alpha = ${alpha}${advice}`;
}
