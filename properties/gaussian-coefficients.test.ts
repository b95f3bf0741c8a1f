import { auditProperties } from "lemmacheck/vitest";
import { gaussianCoefficients } from "../bounds/gaussian-coefficients.js";

auditProperties(gaussianCoefficients);
