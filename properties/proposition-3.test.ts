import { auditProperties } from "lemmacheck/vitest";
import { proposition3 } from "../bounds/proposition-3.js";

auditProperties(proposition3);
