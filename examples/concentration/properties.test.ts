import { auditProperties } from "lemmacheck/vitest";
import { claims } from "./paper.js";

for (const claim of claims) auditProperties(claim);
