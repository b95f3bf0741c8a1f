import { auditProperties } from "lemmacheck/vitest";
import { generalClaims } from "../examples/any-width/general-activations.js";
import { layeredClaims } from "../examples/any-width/multi-layer.js";

// As a stranger's project does it, with fewer random cells and less work for each.
for (const claim of [...generalClaims, ...layeredClaims]) auditProperties(claim, { cells: 6, gaussians: 2e5 });
