import { auditProperties } from "lemmacheck/vitest";
import { generalClaims } from "./general-activations.js";
import { layeredClaims } from "./multi-layer.js";

for (const claim of [...generalClaims, ...layeredClaims]) auditProperties(claim, { gaussians: 2e6 });
