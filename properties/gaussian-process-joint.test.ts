import { auditProperties } from "lemmacheck/vitest";
import { gaussianProcessJoint } from "../bounds/gaussian-process-joint.js";

// Four double integrals a size.
auditProperties(gaussianProcessJoint, { cells: 4 });
