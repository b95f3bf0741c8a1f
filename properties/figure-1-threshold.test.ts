import { auditProperties } from "lemmacheck/vitest";
import { figure1Threshold } from "../bounds/figure-1-threshold.js";

// A cell takes seconds: the search along a deep ray is no single draw.
auditProperties(figure1Threshold, { cells: 5 });
