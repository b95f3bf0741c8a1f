import { auditProperties } from "lemmacheck/vitest";
import { hessianUnion } from "../bounds/hessian-union.js";

auditProperties(hessianUnion);
