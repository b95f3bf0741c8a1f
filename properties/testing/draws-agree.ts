import { audit, type Claim, type LooseCell } from "lemmacheck";

/**
 * Whether draws and the computed probability agree about how often the left side breaks a bound. A false "no" has
 * probability at most 1e-10.
 */
export async function drawsAgree(claim: Claim, cell: LooseCell, bound: number): Promise<boolean> {
  const bounded = { ...claim, everyGamma: false, forms: { printed: { bound: () => bound } } };
  const question = { claim: bounded, cell: { ...cell, gamma: 0.5 } };
  // Limits from draws to the end, and the enclosure that was computed.
  const drawn = await audit(question, { method: "sampled", draws: 2048 });
  const computed = await audit(question, { method: "exact" });
  return (
    (drawn.failureUpper ?? 1) >= (computed.failureLower ?? 0) &&
    (drawn.failureLower ?? 0) <= (computed.failureUpper ?? 1)
  );
}
