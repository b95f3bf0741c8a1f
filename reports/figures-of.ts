import type { Row } from "../src/auditor/row-fields.js";
import { figureBounds } from "./figure-bounds.js";
import { figureCalibration } from "./figure-calibration.js";
import { figureFailures } from "./figure-failures.js";
import { figureGrowth } from "./figure-growth.js";
import { tightest } from "./findings.js";
import { refutedLast } from "./marker.js";
import type { StatementText } from "./statement-text.js";
import type { Texts } from "./texts.js";

/** One picture with what it shows. */
export interface Figure {
  readonly svg: string;
  readonly caption: string;
}

const named = (svg: string | null, caption: string): Figure[] => (svg === null ? [] : [{ svg, caption }]);

/** The row that shows a whole statement best: the tightest, among those that are calibrated and hold. */
function calibrated(rows: readonly Row[]): Row | undefined {
  return tightest(rows.filter(({ calibration, verdict }) => calibration !== null && verdict === "supported"));
}

/**
 * The pictures of a statement's rows: growth for a trend, else bound against observed quantile, or failure rates where
 * both sides of the bound are the same everywhere; and all γ at once where that was audited. Mutants are left out.
 */
export function figuresOf(rows: readonly Row[], texts: Texts, statement: StatementText | undefined): Figure[] {
  const own = refutedLast(rows.filter((row) => row.mutant === null));
  const main = [
    ...named(
      figureGrowth(own, texts),
      "The quantile along each grid of sizes, with limits, beside the printed exponent.",
    ),
    ...named(
      figureBounds(own, texts, statement?.relation),
      "Each cell's bound against the observed quantile. On the line it is tight; hollow marks are vacuous, squares the repaired form.",
    ),
    ...named(
      figureFailures(own, texts),
      "How often each cell's bound fails, with limits, against the probability that it allows.",
    ),
  ].slice(0, 1);
  const best = calibrated(own);
  const whole = best
    ? named(
        figureCalibration(best, texts),
        "Every γ from one set of draws, with a band that holds at all of them at once; a valid statement stays under the line.",
      )
    : [];
  return [...main, ...whole];
}
