import { auditProperties } from "lemmacheck/vitest";
import { theorem2StepSize } from "../bounds/theorem-2-step-size.js";

auditProperties(theorem2StepSize, { cells: 300 });
