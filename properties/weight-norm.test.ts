import { auditProperties } from "lemmacheck/vitest";
import { weightNorm } from "../bounds/weight-norm.js";

auditProperties(weightNorm);
