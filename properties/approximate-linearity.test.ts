import { auditProperties } from "lemmacheck/vitest";
import { approximateLinearity } from "../bounds/approximate-linearity.js";

auditProperties(approximateLinearity);
