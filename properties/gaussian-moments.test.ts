import { auditProperties } from "lemmacheck/vitest";
import { gaussianMoments } from "../bounds/gaussian-moments.js";

auditProperties(gaussianMoments);
