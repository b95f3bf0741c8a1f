import { auditProperties } from "lemmacheck/vitest";
import { proposition1Gradient } from "../bounds/proposition-1-gradient.js";

auditProperties(proposition1Gradient);
