import { auditProperties } from "lemmacheck/vitest";
import { proposition1Simplified } from "../bounds/proposition-1-simplified.js";

auditProperties(proposition1Simplified);
