import { auditProperties } from "lemmacheck/vitest";
import { proposition2Bernstein } from "../bounds/proposition-2-bernstein.js";

auditProperties(proposition2Bernstein, { cells: 500 });
