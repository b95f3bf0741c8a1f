import { auditProperties } from "lemmacheck/vitest";
import { proposition4Count } from "../bounds/proposition-4-count.js";

auditProperties(proposition4Count, { cells: 500 });
