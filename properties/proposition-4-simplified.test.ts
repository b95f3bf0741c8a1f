import { auditProperties } from "lemmacheck/vitest";
import { proposition4Simplified } from "../bounds/proposition-4-simplified.js";

auditProperties(proposition4Simplified, { cells: 3 });
