import { auditProperties } from "lemmacheck/vitest";
import { hessianQuadraticForm } from "../bounds/hessian-quadratic-form.js";

auditProperties(hessianQuadraticForm);
