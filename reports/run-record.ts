/** What a run was: kept beside its rows in run.json, since rows can't say it. */
export interface RunRecord {
  readonly lemmacheck: string;
  readonly node: string;
  readonly platform: string;
  /** When it began, in ISO 8601. */
  readonly started: string;
  readonly seconds: number;
  /** What makes it again. */
  readonly command: string;
  readonly seed: string;
  /** The probability of a false verdict anywhere in the run: what may be spent, and what was. */
  readonly budget: number;
  readonly spent: number;
  readonly rows: number;
}

const MEMBERS = {
  lemmacheck: "string",
  node: "string",
  platform: "string",
  started: "string",
  seconds: "number",
  command: "string",
  seed: "string",
  budget: "number",
  spent: "number",
  rows: "number",
} as const;

/** A record from JSON, or null for what is none. */
export function readRunRecord(value: unknown): RunRecord | null {
  if (typeof value !== "object" || value === null) return null;
  const members = new Map<string, unknown>(Object.entries(value));
  const fits = Object.entries(MEMBERS).every(([name, type]) => typeof members.get(name) === type);
  if (!fits) return null;
  // Every member was checked above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.keys(MEMBERS).map((name) => [name, members.get(name)])) as unknown as RunRecord;
}
