import { auditProperties } from "lemmacheck/vitest";
import { proposition5Signs } from "../bounds/proposition-5-signs.js";

auditProperties(proposition5Signs, { cells: 5 });
