import type { Cell } from "./cell.js";
import type { FormName, Kind } from "./claim.js";
import { KIND_NAMES } from "./kinds.js";
import type { Resolved } from "./parameter.js";

export type Verdict = "refuted" | "supported" | "inconclusive" | "not-applicable";
export type Method = "exact" | "sampled" | "certified";

export const METHODS: readonly Method[] = ["exact", "sampled", "certified"];
export const FORMS: readonly FormName[] = ["printed", "repaired"];
const PROVENANCES: readonly Resolved["provenance"][] = ["certified", "declared", null];

/** The version of the row format. */
export const ROW_SCHEMA = 2;

/** One field of a row: what belongs in it, for readers, and what it says, for people. */
export interface Field<T> {
  readonly meaning: string;
  /** What a value must be, in words. */
  readonly mustBe: string;
  has(x: unknown): x is T;
}

const field = <T>(mustBe: string, has: (x: unknown) => x is T, meaning: string): Field<T> => ({ meaning, mustBe, has });

const orNull = <T>({ meaning, mustBe, has }: Field<T>): Field<T | null> => ({
  meaning,
  mustBe: `${mustBe} or null`,
  has: (x): x is T | null => x === null || has(x),
});

const isNumber = (x: unknown): x is number => typeof x === "number" && Number.isFinite(x);
const isObject = (x: unknown): x is object => typeof x === "object" && x !== null && !Array.isArray(x);

/** Characters of a text, and parameters of a cell, beyond which no row of an audit comes: what is larger was made to fill a disk. */
const [LONGEST, MOST] = [100_000, 1000];

const isText = (x: unknown): x is string => typeof x === "string" && x.length <= LONGEST;

const text = (meaning: string) => field(`a text of at most ${LONGEST} characters`, isText, meaning);
const number = (meaning: string) => field("a number", isNumber, meaning);
const flag = (meaning: string) => field("true or false", (x): x is boolean => typeof x === "boolean", meaning);
const numbers = (meaning: string) =>
  field(
    "a list of numbers and nulls",
    (x): x is readonly (number | null)[] => Array.isArray(x) && x.every((y) => y === null || isNumber(y)),
    meaning,
  );
const sizes = (meaning: string) =>
  field("a list of numbers", (x): x is readonly number[] => Array.isArray(x) && x.every(isNumber), meaning);
const word = <const T extends string>(words: readonly T[], meaning: string) =>
  field(`one of ${words.join(", ")}`, (x): x is T => words.some((known) => known === x), meaning);

const isSmall = (x: unknown): x is object =>
  isObject(x) && Object.keys(x).length <= MOST && Object.keys(x).every((name) => isText(name));
const isCell = (x: unknown): x is Cell =>
  isSmall(x) && Object.values(x).every((value) => isText(value) || isNumber(value));
const isOne = (x: unknown): x is Resolved =>
  isObject(x) &&
  "expression" in x &&
  (x.expression === null || isText(x.expression)) &&
  "provenance" in x &&
  PROVENANCES.some((known) => known === x.provenance);
const isResolved = (x: unknown): x is Readonly<Record<string, Resolved>> => isSmall(x) && Object.values(x).every(isOne);

/** Every field of a row, in order. Fields that do not apply are null. */
export const ROW_FIELDS = {
  schema: field(String(ROW_SCHEMA), (x): x is typeof ROW_SCHEMA => x === ROW_SCHEMA, "the version of the row format"),
  paper: orNull(text("the id of the paper; null for a claim that was audited outside of one")),
  claim: text("the id of the claim"),
  form: word(FORMS, "the form that was audited"),
  kind: word<Kind>(KIND_NAMES, "what kind of statement it is"),
  cell: field(
    `an object of at most ${MOST} texts of at most ${LONGEST} characters, and numbers`,
    isCell,
    "the claim's parameters, by name",
  ),
  resolved: field(
    `an object of at most ${MOST} { expression, provenance }, whose texts have at most ${LONGEST} characters`,
    isResolved,
    "for each parameter that stands for something: what it is, and on whose word",
  ),
  sampler: orNull(text("the sampler whose draws the verdict rests on")),
  method: orNull(word(METHODS, "how it was decided; null where there was nothing to decide")),
  draws: orNull(number("draws that the verdict rests on")),
  violations: orNull(number("draws that surely broke the bound")),
  unresolved: orNull(number("draws that could not be told")),
  allowed: orNull(number("the failure probability that the claim allows there")),
  failureRate: orNull(number("violations/draws, or the probability where it is computed to 1 % of itself")),
  failureLower: orNull(number("the least failure probability that the row's test has not rejected, or that is proven")),
  failureUpper: orNull(number("the largest such")),
  alpha: orNull(number("the probability that this decision is a false alarm; null where it costs none")),
  verdict: word<Verdict>(["refuted", "supported", "inconclusive", "not-applicable"], "what was found"),
  reason: text("what the verdict rests on"),
  vacuous: flag("the bound is no better here than what is known without it, or undefined"),
  bound: orNull(number("the right side; its median over the draws where it depends on them")),
  observedQuantile: orNull(
    number(
      "the (1 − γ)-quantile of the left side for an upper bound, the γ-quantile for a lower one; of an enclosed quantity that of the end that must keep the bound; for a trend the exponent",
    ),
  ),
  observedLower: orNull(number("of an enclosed quantity, the same quantile of the other end; null where both agree")),
  slack: orNull(number("bound/quantile for upper bounds, quantile/bound for lower ones: ≥ 1 is room to spare")),
  refutedMultiple: orNull(number("the multiple of the bound nearest 1 that the same draws, or the law, would refute")),
  calibration: orNull(
    numbers("at each γ of a fixed grid, how many draws surely break the bound there; null where nothing is claimed"),
  ),
  grid: orNull(sizes("of a trend: the sizes")),
  gridLower: orNull(numbers("of a trend: lower limits for the quantile at each size, all at once at the row's alpha")),
  gridUpper: orNull(numbers("of a trend: upper limits likewise")),
  exponent: orNull(number("of a trend: the least-squares exponent")),
  exponentLower: orNull(number("of a trend: the least exponent that the limits allow; null where open")),
  exponentUpper: orNull(number("of a trend: the largest such")),
  printedExponent: orNull(number("of a trend: the exponent as printed")),
  mean: orNull(number("of a mean: the average of the draws")),
  meanLower: orNull(number("of a mean: the least expectation that the row's test has not rejected; null where open")),
  meanUpper: orNull(number("of a mean: the largest such")),
  seed: text("the seed of the draws"),
  stream: word(
    ["shared", "cell"],
    "shared: draws keyed by the sampler's parameters alone; cell: by the whole cell, claim and form as well",
  ),
  mutant: orNull(text("the mutant that was audited in place of the form")),
  milliseconds: number("how long it took"),
} as const;

export type RowField = keyof typeof ROW_FIELDS;

type TypeOf<F> = F extends Field<infer T> ? T : never;

/** The record of one form of one claim at one cell: the only thing that reports read. */
export type Row = { readonly [K in RowField]: TypeOf<(typeof ROW_FIELDS)[K]> };

/** The fields in order. */
// The keys of an object literal are those of its type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const ROW_FIELD_NAMES = Object.keys(ROW_FIELDS) as readonly RowField[];

/** A row whose fields are in their order, whoever put it together: rows that say the same are the same text. */
export function inOrder(row: Row): Row {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(ROW_FIELD_NAMES.map((name) => [name, row[name]])) as unknown as Row;
}
