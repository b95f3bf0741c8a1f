import { auditProperties } from "lemmacheck/vitest";
import { johnsonLindenstrauss, outsideBand } from "../testing/johnson-lindenstrauss.js";

// The law at twice the bound: the probability that it gives is too small.
auditProperties(johnsonLindenstrauss({ exact: (k, t) => outsideBand(k, t / 1.2) }), { cells: 5 });
