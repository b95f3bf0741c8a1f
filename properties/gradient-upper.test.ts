import { auditProperties } from "lemmacheck/vitest";
import { gradientUpper } from "../bounds/gradient-upper.js";

auditProperties(gradientUpper);
