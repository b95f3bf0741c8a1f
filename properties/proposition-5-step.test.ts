import { auditProperties } from "lemmacheck/vitest";
import { proposition5Step } from "../bounds/proposition-5-step.js";

auditProperties(proposition5Step, { cells: 1000 });
