import { guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import type { Claim } from "./claim.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { isNoBetter } from "./is-no-better.js";
import type { Statement } from "./statement.js";

/** Sizes, by name. */
export type SizePoint = Readonly<Record<string, number>>;

/**
 * Whether a value of the right side is there, and better than what is known without it.
 *
 * @throws AuditError if the claim throws there, at sizes that cells can have.
 */
export function saysSomething(statement: Statement, given: Given, sizes: SizePoint): boolean {
  const isBelow = ({ name, domain: { shape } }: Claim["parameters"][number]) =>
    name in sizes && (shape.type === "integers" || shape.type === "reals") && sizes[name] < shape.from;
  if (statement.claim.parameters.some(isBelow)) return false;
  const guard = <A extends unknown[], R>(what: string, call: (...args: A) => R) =>
    guarded(statement, statement.cell, what, call);
  try {
    if (guard("a hypothesis", failingHypothesis)(statement.hypotheses, given) !== null) return false;
    if ((statement.allowed(given)?.probability ?? 0) >= 1) return false;
    const bound = statement.bound(given, undefined);
    return bound !== null && Number.isFinite(bound) && !guard("trivial", isNoBetter)(statement, given, bound);
  } catch (error) {
    // What is computed may be defined for cells only, whose sizes end at 2^53.
    if (Math.max(...Object.values(sizes)) > 2 ** 53) return false;
    throw error;
  }
}
