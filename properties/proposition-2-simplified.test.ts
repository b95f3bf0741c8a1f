import { auditProperties } from "lemmacheck/vitest";
import { proposition2Simplified } from "../bounds/proposition-2-simplified.js";

auditProperties(proposition2Simplified);
