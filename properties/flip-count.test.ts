import { auditProperties } from "lemmacheck/vitest";
import { flipCount } from "../bounds/flip-count.js";

auditProperties(flipCount, { cells: 3 });
