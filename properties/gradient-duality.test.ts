import { auditProperties } from "lemmacheck/vitest";
import { gradientDuality } from "../bounds/gradient-duality.js";

auditProperties(gradientDuality);
