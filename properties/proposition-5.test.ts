import { auditProperties } from "lemmacheck/vitest";
import { proposition5 } from "../bounds/proposition-5.js";

auditProperties(proposition5, { cells: 3 });
