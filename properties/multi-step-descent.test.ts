import { auditProperties } from "lemmacheck/vitest";
import { multiStepDescent } from "../bounds/multi-step-descent.js";

auditProperties(multiStepDescent);
