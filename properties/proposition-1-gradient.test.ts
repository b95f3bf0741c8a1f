import { auditProperties } from "lemmacheck/vitest";
import { proposition1Gradient } from "../bounds/proposition-1-gradient.js";

// The law of a cell takes a second.
auditProperties(proposition1Gradient, { cells: 3 });
