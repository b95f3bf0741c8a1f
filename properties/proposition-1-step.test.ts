import { auditProperties } from "lemmacheck/vitest";
import { proposition1Step } from "../bounds/proposition-1-step.js";

auditProperties(proposition1Step, { cells: 500 });
