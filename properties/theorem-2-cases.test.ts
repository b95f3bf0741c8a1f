import { auditProperties } from "lemmacheck/vitest";
import { theorem2Cases } from "../bounds/theorem-2-cases.js";

auditProperties(theorem2Cases, { cells: 1000 });
