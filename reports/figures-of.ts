import type { Row } from "../src/auditor/row-fields.js";
import type { Figure } from "./figure.js";
import { figureBounds } from "./figure-bounds.js";
import { figureCalibration } from "./figure-calibration.js";
import { figureFailures } from "./figure-failures.js";
import { figureFrontier } from "./figure-frontier.js";
import { figureGrowth } from "./figure-growth.js";
import { figuresAlongSizes } from "./figure-sizes.js";
import { figureSlack } from "./figure-slack.js";
import { isYesOrNo } from "./is-yes-or-no.js";
import { paperOf, statementOfRow, type Texts } from "./texts.js";

const some = (figure: Figure | null): Figure[] => (figure === null ? [] : [figure]);

/**
 * The pictures of a statement's rows: its maps; growth for a trend; else bound and observed quantile along sizes, or against each
 * other; slack over two sizes; failure rates; and all γ at once where that was audited. Mutants are left out.
 *
 * @param anchor a name that no other statement of the page has.
 */
export function figuresOf(rows: readonly Row[], texts: Texts, anchor: string): Figure[] {
  const own = rows.filter((row) => row.mutant === null);
  if (own.length === 0) return [];
  const statement = statementOfRow(own[0], texts);
  const maps = paperOf(own[0], texts)?.maps.get(own[0].claim) ?? [];
  const frontiers = maps.flatMap((map, i) => {
    const name = i === 0 ? "frontier" : `frontier-${i + 1}`;
    return some(figureFrontier(map, own, texts, `${anchor}-${name}`)).map((figure) => ({ ...figure, name }));
  });
  if (own.some(({ kind }) => kind === "trend")) return [...frontiers, ...some(figureGrowth(own, texts, statement))];
  const decided = own.filter(({ verdict }) => verdict !== "not-applicable");
  const sides = isYesOrNo(decided)
    ? []
    : [...figuresAlongSizes(decided, texts, statement), ...some(figureBounds(decided, texts, statement))];
  return [
    ...frontiers,
    ...sides,
    ...(isYesOrNo(decided) ? [] : some(figureSlack(decided, texts, anchor))),
    ...some(figureFailures(decided, texts)),
    ...some(figureCalibration(decided, texts)),
  ];
}
