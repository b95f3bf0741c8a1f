import { auditProperties } from "lemmacheck/vitest";
import { gaussianProcessJoint } from "../bounds/gaussian-process-joint.js";

// Forty integrals of each ψ.
auditProperties(gaussianProcessJoint, { cells: 3 });
