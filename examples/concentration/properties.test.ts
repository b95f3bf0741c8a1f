import { auditProperties } from "lemmacheck/vitest";
import { claims } from "./paper.js";

/** CONCENTRATION_THOROUGH=1 tries as many random cells as `auditProperties` does by itself, which takes a minute. */
const options = process.env.CONCENTRATION_THOROUGH ? {} : { cells: 8, gaussians: 2e5 };

for (const claim of claims) auditProperties(claim, options);
