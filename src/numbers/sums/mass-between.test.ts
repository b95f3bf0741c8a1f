import { expect, test } from "vitest";
import { normalMass } from "../intervals/normal-mass.js";
import { logNormalUpperTail } from "../normal-tail.js";
import { tailEnclosure } from "../tail-error.js";
import { callTable } from "../testing/call-table.js";
import { NEVER, SURE } from "./log-enclosure.js";
import { massBetween, type TailsAt } from "./mass-between.js";

const at = (t: number): TailsAt => {
  if (Math.abs(t) === Infinity) return t < 0 ? { below: NEVER, above: SURE } : { below: SURE, above: NEVER };
  return { below: tailEnclosure(logNormalUpperTail(-t)), above: tailEnclosure(logNormalUpperTail(t)) };
};
const ENDS = [-Infinity, -30, -2, -0.1, 0, 1e-9, 0.1, 2, 2.1, 30, Infinity];
const PAIRS = ENDS.flatMap((from, i) => ENDS.slice(i).map((to) => [from, to] as const));

test("encloses the normal law's masses, also far out, and says 0 of what is empty", () => {
  for (const [from, to] of PAIRS) {
    if (from === to) continue;
    const [{ logLower, logUpper }, { lo, hi }] = [massBetween(at(from), at(to)), normalMass(from, to)];
    expect(logLower, `${from} ${to}`).toBeLessThanOrEqual(Math.log(hi) + 1e-14);
    expect(logUpper, `${from} ${to}`).toBeGreaterThanOrEqual(Math.log(lo) - 1e-14);
    if (to - from > 0.05) expect(logUpper - logLower).toBeLessThan(1e-9);
  }
  expect(massBetween(at(3), at(3)).logLower).toBe(-Infinity);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(callTable((from: number, to: number) => massBetween(at(from), at(to)), PAIRS)).toMatchSnapshot();
});
