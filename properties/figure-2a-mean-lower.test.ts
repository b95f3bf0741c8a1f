import { auditProperties } from "lemmacheck/vitest";
import { figure2aMeanLower } from "../bounds/figure-2a-mean-lower.js";

// A cell takes seconds: the search along a deep ray is no single draw.
auditProperties(figure2aMeanLower, { cells: 2 });
