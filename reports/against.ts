import type { Row } from "../src/auditor/row-fields.js";
import { counted } from "../src/numbers/counted.js";
import { valueText } from "./format.js";
import { paperOf, type Texts } from "./texts.js";

/** A row of either run at the same cell, and what differs. */
interface Change {
  readonly now: Row;
  readonly before: Row;
  /** Whether the verdict is another; else the slack is. */
  readonly verdict: boolean;
  /** Slack now over slack before; null where one has none. */
  readonly ratio: number | null;
}

/** Two runs, row by row. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly same: number;
  readonly onlyNow: number;
  readonly onlyBefore: number;
  /** Parameters whose one value on either side was left out of the comparison, with both values as texts. */
  readonly sides: readonly { readonly name: string; readonly now: string; readonly before: string }[];
}

/** Slacks that differ by less are the same: draws differ from seed to seed. */
const NOTABLE = 1.02;

const wordOf = ({ verdict, vacuous }: Row) => (verdict === "supported" && vacuous ? "vacuous" : verdict);

/** Panels that have one value on either side, and not the same: two activations side by side, say. */
function sidesOf(now: readonly Row[], before: readonly Row[], texts: Texts): Comparison["sides"] {
  const names = [...new Set([...now, ...before].flatMap((row) => paperOf(row, texts)?.panels ?? []))];
  const only = (rows: readonly Row[], name: string) => {
    const there = rows.filter(({ cell }) => Object.hasOwn(cell, name));
    const [first] = there;
    return first && there.every(({ cell }) => cell[name] === first.cell[name]) ? first : undefined;
  };
  const textOf = (row: Row, name: string) => valueText(name, row.cell[name], paperOf(row, texts));
  return names.flatMap((name) => {
    const [a, b] = [only(now, name), only(before, name)];
    return a && b && a.cell[name] !== b.cell[name] ? [{ name, now: textOf(a, name), before: textOf(b, name) }] : [];
  });
}

/** What changed from one run to another, in verdict or slack, at the cells that both have. */
export function compare(now: readonly Row[], before: readonly Row[], texts: Texts): Comparison {
  const sides = sidesOf(now, before, texts);
  const left = new Set(sides.map(({ name }) => name));
  const keyOf = ({ paper, claim, form, mutant, cell }: Row) =>
    JSON.stringify([
      paper,
      claim,
      form,
      mutant,
      Object.entries(cell)
        .filter(([name]) => !left.has(name))
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const met = new Set<string>();
  const changes: Change[] = [];
  let [same, onlyNow] = [0, 0];
  for (const row of now) {
    const key = keyOf(row);
    const other = known.get(key);
    if (!other) {
      onlyNow++;
      continue;
    }
    met.add(key);
    const verdict = wordOf(row) !== wordOf(other);
    const ratio = row.slack !== null && other.slack !== null && other.slack > 0 ? row.slack / other.slack : null;
    const slack = ratio !== null && Math.max(ratio, 1 / ratio) >= NOTABLE;
    if (verdict || slack) changes.push({ now: row, before: other, verdict, ratio });
    else same++;
  }
  const size = ({ verdict, ratio }: Change) => (verdict ? 1e9 : 0) + Math.abs(Math.log(ratio ?? 1));
  return {
    changes: changes.toSorted((a, b) => size(b) - size(a)),
    same,
    onlyNow,
    onlyBefore: known.size - met.size,
    sides,
  };
}

/** Both sides by the values that tell them apart: "relu", "tanh"; null where those are the same, and they are two runs. */
export function sidesText({
  sides,
}: Pick<Comparison, "sides">): { readonly now: string; readonly before: string } | null {
  const of = (side: "now" | "before") => sides.map((own) => own[side]).join(" ");
  return sides.length === 0 ? null : { now: of("now"), before: of("before") };
}

/** What a comparison comes to, in a line. */
export function comparisonLine(comparison: Comparison): string {
  const { changes, same, onlyNow, onlyBefore } = comparison;
  const verdicts = changes.filter(({ verdict }) => verdict).length;
  const sides = sidesText(comparison);
  const [here, there] = sides ? [`of ${sides.now}`, `of ${sides.before}`] : ["here", "there"];
  return `${sides ? `${sides.now} beside ${sides.before}: ` : ""}${counted(verdicts, "verdict")} and ${counted(changes.length - verdicts, "slack")} differ, ${counted(same, "row")} ${same === 1 ? "is" : "are"} the same; ${counted(onlyNow, "row")} only ${here}, ${onlyBefore} only ${there}`;
}
