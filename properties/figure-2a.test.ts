import { auditProperties } from "lemmacheck/vitest";
import { figure2a } from "../bounds/figure-2a.js";

// A cell takes seconds: the search along a deep ray is no single draw.
auditProperties(figure2a, { cells: 2 });
