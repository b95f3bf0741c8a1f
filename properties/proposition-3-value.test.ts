import { auditProperties } from "lemmacheck/vitest";
import { proposition3Value } from "../bounds/proposition-3-value.js";

auditProperties(proposition3Value);
