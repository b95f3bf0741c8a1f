import { auditProperties } from "lemmacheck/vitest";
import { proposition1 } from "../bounds/proposition-1.js";

auditProperties(proposition1);
