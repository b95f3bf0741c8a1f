import { describeSample } from "../chance/describe-sample.js";
import type { AuditRecord } from "./audit-record.js";

/** What the records of one claim's form, or of one experiment, came to. Mutants are not among them. */
export interface Summary {
  readonly subject: string;
  readonly cells: number;
  /** Supported by a bound that is not vacuous; these and the refuted ones have shown something. */
  readonly supported: number;
  readonly refuted: number;
  /** Supported, but by a vacuous bound. */
  readonly vacuous: number;
  readonly inconclusive: number;
  readonly notApplicable: number;
  /** Among those that have shown something, the greatest failure rate for what is allowed; null if none has either. */
  readonly worst: AuditRecord | null;
  /** Among the same. */
  readonly leastSlack: number | null;
  readonly medianSlack: number | null;
  /** "refuted as expected" if the tests wanted every refutation. */
  readonly verdict: "supported" | "REFUTED" | "refuted as expected" | "nothing shown";
}

/** Each decision once, in order: the same question audited twice is one. */
export function decisions(records: readonly AuditRecord[]): AuditRecord[] {
  const known = new Set<string>();
  return records.filter(({ id }) => {
    if (id === null) return true;
    const fresh = !known.has(id);
    known.add(id);
    return fresh;
  });
}

/** By rate against what is allowed, and among equal ones by upper limit: greater is worse. */
function severity({ failureRate, failureUpper, allowed }: AuditRecord): readonly [number, number] {
  if (failureRate === null || !allowed) return [-1, -1];
  return [failureRate / allowed, (failureUpper ?? 1) / allowed];
}

function worstOf(records: readonly AuditRecord[]): AuditRecord | null {
  let worst: AuditRecord | null = null;
  let most: readonly [number, number] = [-1, -1];
  for (const record of records) {
    const [rate, upper] = severity(record);
    if (rate > most[0] || (rate === most[0] && upper > most[1])) [worst, most] = [record, [rate, upper]];
  }
  return worst;
}

function summarise(subject: string, records: readonly AuditRecord[]): Summary {
  const count = (verdict: AuditRecord["verdict"]) => records.filter((record) => record.verdict === verdict).length;
  const refuted = records.filter(({ verdict }) => verdict === "refuted");
  const supported = records.filter(({ verdict, vacuous }) => verdict === "supported" && !vacuous);
  const telling = [...refuted, ...supported];
  const slacks = telling.flatMap(({ slack }) => (slack === null ? [] : [slack]));
  const description = slacks.length > 0 ? describeSample(slacks) : null;
  const refutation = refuted.every(({ wantsRefuted }) => wantsRefuted) ? "refuted as expected" : "REFUTED";
  return {
    subject,
    cells: records.length,
    supported: supported.length,
    refuted: refuted.length,
    vacuous: count("supported") - supported.length,
    inconclusive: count("inconclusive"),
    notApplicable: count("not-applicable"),
    worst: worstOf(telling),
    leastSlack: description?.minimum ?? null,
    medianSlack: description?.median ?? null,
    verdict: refuted.length > 0 ? refutation : supported.length > 0 ? "supported" : "nothing shown",
  };
}

/** A summary a subject, in the order in which subjects first appear. */
export function summariseRecords(records: readonly AuditRecord[]): Summary[] {
  const groups = new Map<string, AuditRecord[]>();
  for (const record of decisions(records))
    if (!record.mutant) groups.set(record.subject, [...(groups.get(record.subject) ?? []), record]);
  return [...groups].map(([subject, own]) => summarise(subject, own));
}
