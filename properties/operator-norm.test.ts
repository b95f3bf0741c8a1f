import { auditProperties } from "lemmacheck/vitest";
import { operatorNormBound } from "../bounds/operator-norm.js";

auditProperties(operatorNormBound);
