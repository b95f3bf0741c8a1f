import { auditProperties } from "lemmacheck/vitest";
import { uniformClaim } from "./uniform-claim.js";

// "U ≤ bound with probability at least 0.9" is false where the bound is 0.5, which KEPT_BOUND says of k ≥ 21.
const bound = Number(process.env.KEPT_BOUND);
auditProperties(
  uniformClaim("kept", (k) => (k >= 21 ? bound : 1)),
  { cells: 1 },
);
