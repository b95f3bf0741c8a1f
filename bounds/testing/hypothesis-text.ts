import type { Hypothesis } from "lemmacheck";

/** What a hypothesis says at a cell: "holds", whether and why not, or the least size; why not it is asked in any case. */
export function hypothesisText<G>(hypothesis: Hypothesis<G>, given: G): string {
  if ("parameter" in hypothesis) return `${hypothesis.parameter.name} ≥ ${hypothesis.least(given)}`;
  const holds = hypothesis.holds(given);
  const because = hypothesis.because?.(given);
  return holds ? "holds" : `${String(holds)}: ${because}`;
}
