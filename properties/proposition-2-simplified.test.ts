import { auditProperties } from "lemmacheck/vitest";
import { proposition2Simplified } from "../bounds/proposition-2-simplified.js";

// A draw takes milliseconds, and a decision no fewer than 64 of them.
auditProperties(proposition2Simplified, { cells: 8, gaussians: 4e6 });
