import { auditProperties } from "lemmacheck/vitest";
import { proposition2 } from "../bounds/proposition-2.js";

// A draw takes milliseconds, and a decision no fewer than 64 of them.
auditProperties(proposition2, { cells: 3, gaussians: 4e6 });
