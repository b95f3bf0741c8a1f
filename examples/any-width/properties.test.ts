import { auditProperties } from "lemmacheck/vitest";
import { generalClaims } from "./general-activations.js";
import { layeredClaims } from "./multi-layer.js";

// A draw of two samples may be some hundred thousand weights: fewer random cells.
for (const claim of [...generalClaims, ...layeredClaims])
  auditProperties(claim, { gaussians: 2e6, cells: claim.id === "joint-law" ? 8 : 30 });
