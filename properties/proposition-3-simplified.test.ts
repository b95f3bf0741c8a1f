import { auditProperties } from "lemmacheck/vitest";
import { proposition3Simplified } from "../bounds/proposition-3-simplified.js";

auditProperties(proposition3Simplified);
