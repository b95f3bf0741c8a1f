import { auditProperties } from "lemmacheck/vitest";
import { proposition4 } from "../bounds/proposition-4.js";

auditProperties(proposition4, { cells: 3 });
