import { auditProperties } from "lemmacheck/vitest";
import { chiSquare } from "../bounds/chi-square.js";

auditProperties(chiSquare);
