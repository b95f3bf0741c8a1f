import { describe, expect, test } from "vitest";
import type { Row } from "../auditor/row-fields.js";
import { rowWith } from "../auditor/testing/row-with.js";
import type { Outcome } from "../chance/outcome.js";
import { recordOfOutcome, recordOfRow } from "./audit-record.js";
import { digits } from "./explain.js";
import { ledgerTable } from "./ledger-table.js";
import { decisions, summariseRecords } from "./summarise-records.js";

const record = (changes: Partial<Row>, wantsRefuted = false) => recordOfRow(rowWith(changes), wantsRefuted);

const outcome: Outcome = {
  name: "coin",
  probability: 0.75,
  verdict: "supported",
  reason: "",
  draws: 128,
  failures: 0,
  firstFailure: null,
  failureRate: 0,
  failureLower: 0,
  failureUpper: 0.2,
  alpha: 1e-10,
  seed: "1",
};

describe("summariseRecords", () => {
  test("counts what has shown nothing apart, and takes worst and slack from the rest", () => {
    const [summary, ...others] = summariseRecords([
      record({ cell: { k: 1 }, failureRate: 0.01, slack: 2 }),
      record({ cell: { k: 2 }, failureRate: 0.04, failureUpper: 0.049, slack: 1.1 }),
      record({ cell: { k: 3 }, failureRate: 0.3, allowed: 0.5, failureUpper: 0.45, slack: 1.5 }),
      record({ cell: { k: 4 }, vacuous: true, slack: null, failureRate: 0.9 }),
      record({ cell: { k: 5 }, verdict: "inconclusive", failureRate: 1, slack: 0.1 }),
      record({ cell: { k: 6 }, verdict: "not-applicable", failureRate: null }),
      record({ cell: { k: 7 }, verdict: "not-applicable", vacuous: true, failureRate: null }),
    ]);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      subject: "made-up printed",
      cells: 7,
      supported: 3,
      refuted: 0,
      vacuous: 1,
      inconclusive: 1,
      notApplicable: 2,
      leastSlack: 1.1,
      medianSlack: 1.5,
      verdict: "supported",
    });
    // 0.04/0.05 is more than 0.3/0.5.
    expect(summary.worst).toMatchObject({ failureRate: 0.04, failureUpper: 0.049 });
  });

  test("breaks ties of the rate by the upper limit", () => {
    const [{ worst }] = summariseRecords([
      record({ failureRate: 0, failureUpper: 0.01 }),
      record({ failureRate: 0, failureUpper: 0.02 }),
      record({ failureRate: 0, failureUpper: 0.015 }),
    ]);
    expect(worst?.failureUpper).toBe(0.02);
  });

  test.each([
    ["nothing shown", [record({ vacuous: true }), record({ verdict: "inconclusive" })]],
    ["nothing shown", [record({ verdict: "not-applicable" })]],
    ["supported", [record({ vacuous: true }), record({ cell: { k: 2 } })]],
    ["refuted as expected", [record({ cell: { k: 2 } }), record({ verdict: "refuted" }, true)]],
    [
      "REFUTED",
      [
        record({ verdict: "refuted" }, true),
        record({ cell: { k: 2 }, verdict: "refuted" }),
        record({ cell: { k: 3 } }),
      ],
    ],
  ])("says %s", (verdict, records) => {
    expect(summariseRecords(records)[0].verdict).toBe(verdict);
  });

  test("counts the same question once, different ones and outcomes always, and mutants apart", () => {
    const twice = [record({ milliseconds: 1 }), record({ milliseconds: 2 }), record({ cell: { norm: "l2" } })];
    const outcomes = [recordOfOutcome(outcome, false), recordOfOutcome(outcome, false)];
    const records = [...twice, ...outcomes, record({ mutant: "half", verdict: "refuted" }, true)];
    expect(decisions(records)).toHaveLength(5);
    expect(summariseRecords(records)).toMatchObject([
      { subject: "made-up printed", cells: 2, verdict: "supported" },
      { subject: "coin", cells: 2, verdict: "supported", worst: { allowed: 0.25 } },
    ]);
  });
});

describe("ledgerTable", () => {
  const records = [
    record({ failureRate: 3 / 640, failureUpper: 0.03 }),
    record({ claim: "idle", vacuous: true, slack: null }),
    record({ claim: "sure", method: "exact", failureRate: 1e-12, failureUpper: 1e-12, alpha: null, seed: "7" }),
    record({ mutant: "half", verdict: "refuted", claim: "sure" }, true),
    record({ mutant: "third", verdict: "inconclusive", claim: "sure" }, true),
  ];

  test("lines up, and says what the run has spent", () => {
    expect(ledgerTable(records)).toEqual([
      "claim            cells  vacuous  inconclusive  not applicable  worst failure rate  allowed  least slack (median)  verdict",
      "made-up printed      1        0             0               0   0.004687 (≤ 0.03)     0.05             1.5 (1.5)  supported (1 of 1)",
      "idle printed         1        1             0               0                   —        —                     —  nothing shown",
      "sure printed         1        0             0               0       1e-12 (exact)     0.05             1.5 (1.5)  supported (1 of 1)",
      "",
      "Mutants: 1 of 2 refuted.",
      'Error budget: 4e-10 of 1e-6 spent by 4 sampled decisions. Seeds "1", "7".',
    ]);
  });

  test("emphasises verdicts without moving anything", () => {
    const emphatic = ledgerTable(records, { emphasis: (text, verdict) => `<${verdict}>${text}</>` });
    expect(emphatic[2]).toContain("  <nothing shown>nothing shown</>");
    expect(emphatic.map((line) => line.replace(/<[^/>]*>(.*)<\/>/, "$1"))).toEqual(ledgerTable(records));
  });

  test("does not call a probability 1 that is not", () => {
    expect(ledgerTable([record({ allowed: 1 - 2 ** -40 })])[1]).toContain("  1 − 9.095e-13  ");
    expect(ledgerTable([record({ allowed: 0.5 })])[1]).toContain("  0.5  ");
  });

  test("says when the run has overspent, and when there was nothing to say", () => {
    const dear = ledgerTable([record({ alpha: 1e-5 })]);
    expect(dear.at(-1)).toBe(
      'Error budget: 1e-5 of 1e-6 spent by 1 sampled decision, which is MORE than a run may spend. Seed "1".',
    );
    expect(ledgerTable([record({ mutant: "half", verdict: "refuted" }, true)])).toEqual([
      "Mutants: 1 of 1 refuted.",
      'Error budget: 1e-10 of 1e-6 spent by 1 sampled decision. Seed "1".',
    ]);
    expect(ledgerTable([])).toEqual(["lemmacheck: no claim was audited in this run."]);
    expect(ledgerTable([record({})], { agreement: 4e-10 }).at(-1)).toBe(
      'Error budget: 5e-10 of 1e-6 spent by 1 sampled decision and comparisons of draws with laws. Seed "1".',
    );
  });
});

test("digits keeps four of them", () => {
  expect([0, 1, 0.012341, 0.00012341, 123456, 1234567, -2e-5, 1e-300].map(digits)).toEqual([
    "0",
    "1",
    "0.01234",
    "1.234e-4",
    "123500",
    "1.235e6",
    "-2e-5",
    "1e-300",
  ]);
});
