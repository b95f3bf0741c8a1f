import { auditProperties } from "lemmacheck/vitest";
import { hessianQuadraticForm } from "../bounds/hessian-quadratic-form.js";

// The law of a cell takes a second.
auditProperties(hessianQuadraticForm, { cells: 5 });
