import { auditProperties } from "lemmacheck/vitest";
import { theorem1StepSize } from "../bounds/theorem-1-step-size.js";

auditProperties(theorem1StepSize, { cells: 60 });
