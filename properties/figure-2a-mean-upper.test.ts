import { auditProperties } from "lemmacheck/vitest";
import { figure2aMeanUpper } from "../bounds/figure-2a-mean-upper.js";

// A cell takes seconds: the search along a deep ray is no single draw.
auditProperties(figure2aMeanUpper, { cells: 2 });
