import { auditProperties } from "lemmacheck/vitest";
import { valueVariance } from "../bounds/value-variance.js";

auditProperties(valueVariance);
