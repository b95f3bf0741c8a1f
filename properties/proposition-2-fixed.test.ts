import { auditProperties } from "lemmacheck/vitest";
import { proposition2Fixed } from "../bounds/proposition-2-fixed.js";

auditProperties(proposition2Fixed);
