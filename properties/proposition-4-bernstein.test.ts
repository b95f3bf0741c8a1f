import { auditProperties } from "lemmacheck/vitest";
import { proposition4Bernstein } from "../bounds/proposition-4-bernstein.js";

auditProperties(proposition4Bernstein, { cells: 500 });
