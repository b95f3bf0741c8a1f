import type { Claim } from "lemmacheck";
import { expect, test } from "vitest";
import { claims } from "./index.js";

/** "10¹⁵", "1e-4", "0.965" as numbers; NaN for what is none, as in "At k = d log³ d". */
function number(text: string): number {
  const power = /^10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(text);
  if (power) return 10 ** Number(power[1].replaceAll(/./g, (digit) => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit))));
  return Number(text);
}

/** What a reason says of the cell at which it argues: after "At" that begins a sentence or a clause, "k = d = 1, R = 2 and γ = 0.1". */
function arguedAt(reason: string): readonly (readonly [symbol: string, value: number])[] {
  const places = reason.matchAll(
    /(?<=^|[.:;] )[Aa]t ((?:[^\s=]+ = )+[^\s,;:]+(?:(?:, | and )(?:[^\s=,]+ = )+[^\s,;:]+)*)/g,
  );
  return [...places].flatMap(([, text]) =>
    text.split(/, | and /).flatMap((chain) => {
      const parts = chain.split(" = ");
      const value = number(parts[parts.length - 1].replace(/\.$/, ""));
      return Number.isNaN(value) ? [] : parts.slice(0, -1).map((symbol) => [symbol, value] as const);
    }),
  );
}

const refuted = claims.flatMap((claim) => {
  const { printed, repaired } = claim.forms;
  return printed.refutedAt && repaired ? [{ claim, at: printed.refutedAt, reason: repaired.reason }] : [];
});

/** The values that a reason and the cell give to the same parameter. */
function pairs(claim: Claim, reason: string, cell: Readonly<Record<string, unknown>>) {
  return arguedAt(reason).flatMap(([symbol, value]) => {
    const parameter = claim.parameters.find((own) => own.symbol === symbol);
    return parameter ? [{ symbol, said: value, cell: cell[parameter.name] }] : [];
  });
}

test("what a reason says of a cell is read", () => {
  expect(
    arguedAt("It fails: at k = d = 1, R = 2 and γ = 1e-4. At d = 10¹⁵ it does not, at k = 3 too; at k = d log d too"),
  ).toEqual([
    ["k", 1],
    ["d", 1],
    ["R", 2],
    ["γ", 1e-4],
    ["d", 1e15],
  ]);
  expect(refuted.filter(({ claim, reason, at }) => pairs(claim, reason, at).length > 0).length).toBeGreaterThanOrEqual(
    7,
  );
});

test.each(refuted)("$claim.id argues at the cell that refutes it", ({ claim, at, reason }) => {
  for (const { said, cell } of pairs(claim, reason, at)) expect(said).toBe(cell);
});
