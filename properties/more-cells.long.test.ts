import { claims } from "lemmacheck/ledger";
import { auditProperties } from "lemmacheck/vitest";

// What each claim's own file does, with more random cells and with draws of a seed of their own.
for (const claim of claims) auditProperties(claim, { cells: 20, gaussians: 4e6, seed: "more cells" });
