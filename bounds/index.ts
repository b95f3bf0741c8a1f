import type { Claim } from "lemmacheck";
import { chiSquare } from "./chi-square.js";
import { lemma1 } from "./lemma-1.js";

export { chiSquare, lemma1 };

/** Every claim, in the order of the paper. */
export const claims: readonly Claim[] = [chiSquare, lemma1];
