import { auditProperties } from "lemmacheck/vitest";
import { gaussianProcessVariance } from "../bounds/gaussian-process-variance.js";

auditProperties(gaussianProcessVariance);
