import { auditProperties } from "lemmacheck/vitest";
import { descentLemma } from "../bounds/descent-lemma.js";

// A draw takes milliseconds, and support of what never fails thousands of them.
auditProperties(descentLemma, { cells: 5 });
