import type { Claim, Hypothesis } from "./claim.js";

/** The conditions under which a claim's printed form is made: its own, and the form's. */
export const printedHypotheses = ({ hypotheses, forms }: Claim): readonly Hypothesis[] => [
  ...hypotheses,
  ...(forms.printed.hypotheses ?? []),
];
