import { auditProperties } from "lemmacheck/vitest";
import { proposition2 } from "../bounds/proposition-2.js";

auditProperties(proposition2);
