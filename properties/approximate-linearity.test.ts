import { auditProperties } from "lemmacheck/vitest";
import { approximateLinearity } from "../bounds/approximate-linearity.js";

// A draw takes milliseconds, and a decision no fewer than 64 of them.
auditProperties(approximateLinearity, { cells: 8, gaussians: 4e6 });
