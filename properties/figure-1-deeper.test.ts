import { auditProperties } from "lemmacheck/vitest";
import { figure1Deeper } from "../bounds/figure-1-deeper.js";

// A cell takes seconds: the search along a deep ray is no single draw.
auditProperties(figure1Deeper, { cells: 2 });
