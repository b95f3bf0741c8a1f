import { auditProperties } from "lemmacheck/vitest";
import { mean, tail } from "./coupons.js";

for (const claim of [tail, mean]) auditProperties(claim, { gaussians: 1e6 });
