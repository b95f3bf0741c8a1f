import { auditProperties } from "lemmacheck/vitest";
import { proposition3Step } from "../bounds/proposition-3-step.js";

auditProperties(proposition3Step, { cells: 500 });
