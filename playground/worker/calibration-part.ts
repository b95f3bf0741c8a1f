import type { Claim, FormName } from "lemmacheck";
import { escapeHtml } from "../../reports/escape-html.js";
import { figureCalibration } from "../../reports/figure-calibration.js";
import { paperText, type Texts } from "../../reports/texts.js";
import { calibrate } from "../../src/auditor/calibrate.js";
import { drawBatch } from "../../src/auditor/draw-batch.js";
import { drawSetting } from "../../src/auditor/draw-setting.js";
import { failingHypothesis } from "../../src/auditor/failing-hypothesis.js";
import { NOTHING_MEASURED } from "../../src/auditor/finding.js";
import { investigationOf } from "../../src/auditor/investigation.js";
import type { Row } from "../../src/auditor/row-fields.js";
import { rowOf } from "../../src/auditor/row-of.js";
import { formNames } from "../../src/auditor/statement.js";
import { DECISION_ALPHA } from "../../src/chance/error-budget.js";
import { cellOf, type Setting } from "./setting.js";

/** Draws at most, and milliseconds between two pictures. */
const [MOST, EVERY] = [65_536, 250];

/** A form whose draws are counted at every γ at once. */
interface Counting {
  readonly investigation: ReturnType<typeof investigationOf>;
  readonly counts: (number | null)[];
}

/** How a claim's parameters are written, for rows of no paper. */
const textsOf = ({ parameters }: Claim): Texts => {
  const nameless = { id: "", title: "", authors: [], year: 0, source: "", bibtex: null, sections: [], panels: [] };
  return new Map([["", paperText(nameless, parameters, [])]]);
};

function rowSoFar({ investigation, counts }: Counting, draws: number): Row {
  const finding = {
    ...NOTHING_MEASURED,
    method: "sampled",
    draws,
    alpha: DECISION_ALPHA,
    verdict: "inconclusive",
    reason: "under way",
    calibration: counts,
  } as const;
  return rowOf({ ...investigation, finding, started: performance.now() });
}

/** How often a statement's bound is broken, for every γ at once, over more and more draws. */
export function* calibrationPart(claim: Claim, setting: Setting): Generator<string | null> {
  const cell: Readonly<Record<string, string | number>> = cellOf(setting);
  const own = Object.fromEntries(claim.parameters.map(({ name }) => [name, cell[name]]));
  const countings = formNames(claim).map((form: FormName): Counting => {
    return { investigation: investigationOf({ claim, cell: own, form }), counts: [] };
  });
  const [{ investigation }] = countings;
  const texts = textsOf(claim);
  const obstacle = failingHypothesis(
    investigation.statement.hypotheses.filter((hypothesis) => !("parameter" in hypothesis)),
    investigation.given,
  );
  if (obstacle) {
    yield `<p>${escapeHtml(claim.label)} says nothing here: ${escapeHtml(obstacle.reason)}.</p>`;
    return;
  }
  let [shown, size] = [0, 8];
  for (let from = 0; from < MOST; ) {
    const started = performance.now();
    const to = Math.min(MOST, from + size);
    // Forms have one left side and one law: the draws serve both.
    const batch = drawBatch(drawSetting(investigation), from, to);
    for (const { investigation: its, counts } of countings)
      for (const [i, count] of calibrate(its.statement, its.given, batch.lower, batch.upper).entries())
        counts[i] = count === null ? null : (counts[i] ?? 0) + count;
    from = to;
    const now = performance.now();
    size = now - started > 30 ? Math.max(1, size >> 1) : Math.min(1024, size * 2);
    if (now - shown < EVERY && from < MOST) yield null;
    else {
      shown = now;
      const figure = figureCalibration(
        countings.map((counting) => rowSoFar(counting, from)),
        texts,
      );
      yield figure
        ? `${figure.svg}<p>${escapeHtml(`${claim.label}, ${from} draws. ${figure.caption}`)}</p>`
        : `<p>${escapeHtml(claim.label)}: none of ${from} draws broke the bound at any γ from 10⁻⁵ to 0.99.</p>`;
    }
  }
}
