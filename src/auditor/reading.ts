import type { Claim } from "./claim.js";

/** The label, which says where a reading is audited and not the paper's own words. */
export const labelOf = ({ label, reading }: Pick<Claim, "label" | "reading">): string =>
  reading === undefined ? label : `${label} (a reading)`;

/** What a verdict rests on, and of which reading it speaks. */
export const reasonOf = ({ reading }: Pick<Claim, "reading">, reason: string): string =>
  reading === undefined ? reason : `${reason}; a reading: ${reading}`;
