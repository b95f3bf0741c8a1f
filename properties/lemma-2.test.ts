import { auditProperties } from "lemmacheck/vitest";
import { lemma2 } from "../bounds/lemma-2.js";

// The law of a cell takes a second.
auditProperties(lemma2, { cells: 5 });
