import { auditProperties } from "lemmacheck/vitest";
import { theorem2 } from "../bounds/theorem-2.js";

auditProperties(theorem2);
