import { auditProperties } from "lemmacheck/vitest";
import { proposition4Direction } from "../bounds/proposition-4-direction.js";

auditProperties(proposition4Direction, { cells: 3 });
