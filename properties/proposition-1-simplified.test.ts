import { auditProperties } from "lemmacheck/vitest";
import { proposition1Simplified } from "../bounds/proposition-1-simplified.js";

// The law of a cell takes a second.
auditProperties(proposition1Simplified, { cells: 3 });
