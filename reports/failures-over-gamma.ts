import type { FormName } from "../src/auditor/claim.js";
import { gamma as gammaParameter } from "../src/auditor/gamma.js";
import type { Row } from "../src/auditor/row-fields.js";
import { CALIBRATION_GAMMAS, calibrationBand } from "../src/chance/calibration-band.js";
import { lazily } from "../src/numbers/lazily.js";

/** How often a bound fails at one γ, in units of γ: the share or value, where there is one, and its limits. */
interface RatioPoint {
  readonly gamma: number;
  readonly ratio: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** One form at one cell but for γ. */
export interface OverGamma {
  readonly form: FormName;
  /** The rows that it is drawn from, which differ in γ alone. */
  readonly rows: readonly Row[];
  /** The cell without γ, as a text that tells it from others. */
  readonly place: string;
  /** Whether one set of draws gave all points, with limits that hold at all of them together; else each is a row with limits of its own. */
  readonly together: boolean;
  /** The largest of its ratios. */
  readonly highest: number;
  readonly points: readonly RatioPoint[];
}

/** The γ of a row's cell; none where γ is no parameter of the claim. */
const gammaOf = ({ cell }: Row): number | null => {
  const gamma = cell[gammaParameter.name];
  return typeof gamma === "number" ? gamma : null;
};

function placeOf({ cell }: Row): string {
  const { [gammaParameter.name]: _gamma, ...rest } = cell;
  return JSON.stringify(rest);
}

/** The curve of a row that was audited at every γ; none where fewer than two γ's have a failure. Limits, which cost more than to count, wait. */
function fromCounts(row: Row): OverGamma[] {
  const { calibration, draws, alpha, form } = row;
  if (!calibration || draws === null || alpha === null) return [];
  const ratios = CALIBRATION_GAMMAS.map((gamma, i) => (calibration[i] ?? 0) / draws / gamma).filter((x) => x > 0);
  if (ratios.length < 2) return [];
  const points = lazily(() =>
    calibrationBand(calibration, draws, alpha)
      .filter(({ rate }) => rate > 0)
      .map(({ gamma, rate, lower, upper }) => ({
        gamma,
        ratio: rate / gamma,
        lower: lower / gamma,
        upper: upper / gamma,
      })),
  );
  return [
    {
      form,
      rows: [row],
      place: placeOf(row),
      together: true,
      highest: Math.max(...ratios),
      get points() {
        return points();
      },
    },
  ];
}

/** What a row says at its own γ, where it says something from below. */
function pointOf(row: Row): RatioPoint | null {
  const { failureRate, failureLower, failureUpper } = row;
  const gamma = gammaOf(row);
  if (gamma === null || failureUpper === null || !(failureUpper > 0)) return null;
  const ratio = failureRate !== null && failureRate > 0 ? failureRate / gamma : null;
  const lower = (failureLower ?? 0) / gamma;
  return ratio === null && !(lower > 0) ? null : { gamma, ratio, lower, upper: failureUpper / gamma };
}

/** Curves through rows that differ in γ alone: at least two γ's at which failures are known from below. */
function fromRows(rows: readonly Row[], form: FormName): OverGamma[] {
  const places = new Map<string, Map<number, { readonly row: Row; readonly point: RatioPoint }>>();
  for (const row of rows) {
    const point = row.form === form ? pointOf(row) : null;
    if (!point) continue;
    const place = placeOf(row);
    places.set(place, (places.get(place) ?? new Map()).set(point.gamma, { row, point }));
  }
  return [...places]
    .filter(([, own]) => own.size >= 2)
    .map(([place, own]) => {
      const points = [...own.values()].map(({ point }) => point).toSorted((a, b) => a.gamma - b.gamma);
      const highest = points.reduce((most, { ratio, lower }) => Math.max(most, ratio ?? lower), 0);
      return { form, rows: [...own.values()].map(({ row }) => row), place, together: false, highest, points };
    });
}

/** Of the curves, the one that comes highest over the line. */
const worst = (curves: readonly OverGamma[]): OverGamma | undefined =>
  curves.reduce<OverGamma | undefined>(
    (best, own) => (best === undefined || own.highest > best.highest ? own : best),
    undefined,
  );

/**
 * How often the bound fails over γ, by form: where one set of draws shows every γ, that; else through rows that differ in γ
 * alone. Of each form the cell that comes nearest to failing, the repaired one's where the printed one's has it, too.
 */
export function failuresOverGamma(rows: readonly Row[]): OverGamma[] {
  const of = (form: FormName) => {
    const counted = rows.filter((row) => row.form === form).flatMap(fromCounts);
    return counted.length > 0 ? counted : fromRows(rows, form);
  };
  const printed = worst(of("printed"));
  const repaired = of("repaired");
  const there = repaired.filter(({ place }) => place === printed?.place);
  const second = worst(there.length > 0 ? there : repaired);
  return [printed, second].flatMap((curve) => curve ?? []);
}

/** Why there is no curve over γ; null where there is one, or the statement is of no probability. */
export function whyNotOverGamma(rows: readonly Row[]): string | null {
  const own = rows.filter(
    ({ kind, mutant, verdict }) => kind === "whp" && mutant === null && verdict !== "not-applicable",
  );
  if (own.length === 0 || failuresOverGamma(own).length > 0) return null;
  if (own.every((row) => gammaOf(row) === null)) return "how often it may fail is no parameter of its own";
  const gammas = new Map<string, Set<number | null>>();
  for (const row of own) {
    const key = `${row.form} ${placeOf(row)}`;
    gammas.set(key, (gammas.get(key) ?? new Set()).add(gammaOf(row)));
  }
  if ([...gammas.values()].every(({ size }) => size < 2)) return "no cell was audited at two values of γ";
  return own.some((row) => pointOf(row) !== null)
    ? "at no cell was a failure rate above 0 found at two values of γ: elsewhere there are upper limits alone"
    : "no failure was found at any cell: there are upper limits alone";
}
