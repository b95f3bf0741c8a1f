import { auditProperties } from "lemmacheck/vitest";
import { proposition1Value } from "../bounds/proposition-1-value.js";

auditProperties(proposition1Value);
