import { auditProperties } from "lemmacheck/vitest";
import { proposition4Microscopic } from "../bounds/proposition-4-microscopic.js";

auditProperties(proposition4Microscopic, { cells: 10 });
