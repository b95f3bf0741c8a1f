import { auditProperties } from "lemmacheck/vitest";
import { proposition4Fixed } from "../bounds/proposition-4-fixed.js";

auditProperties(proposition4Fixed);
