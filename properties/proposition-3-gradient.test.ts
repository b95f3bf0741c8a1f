import { auditProperties } from "lemmacheck/vitest";
import { proposition3Gradient } from "../bounds/proposition-3-gradient.js";

auditProperties(proposition3Gradient);
