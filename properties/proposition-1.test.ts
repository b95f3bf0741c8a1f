import { auditProperties } from "lemmacheck/vitest";
import { proposition1 } from "../bounds/proposition-1.js";

// The law of a cell takes a second.
auditProperties(proposition1, { cells: 5 });
