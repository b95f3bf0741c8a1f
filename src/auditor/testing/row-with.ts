import { NOTHING_MEASURED } from "../finding.js";
import { ROW_SCHEMA, type Row } from "../row-fields.js";

/** A made-up row, changed as a test asks. */
export function rowWith(changes: Partial<Row>): Row {
  return {
    schema: ROW_SCHEMA,
    paper: null,
    claim: "made-up",
    form: "printed",
    kind: "whp",
    cell: { psi: "tanh", gamma: 0.05 },
    resolved: {},
    sampler: "one-step",
    allowed: 0.05,
    ...NOTHING_MEASURED,
    method: "sampled",
    draws: 640,
    violations: 3,
    unresolved: 0,
    failureRate: 3 / 640,
    failureLower: 1e-4,
    failureUpper: 0.03,
    alpha: 1e-10,
    verdict: "supported",
    reason: "3 of 640 draws broke the bound",
    vacuous: false,
    bound: 2,
    observedQuantile: 2 / 1.5,
    slack: 1.5,
    seed: "1",
    stream: "shared",
    mutant: null,
    milliseconds: 1,
    ...changes,
  };
}
