import { auditProperties } from "lemmacheck/vitest";
import { theorem1 } from "../bounds/theorem-1.js";

auditProperties(theorem1);
