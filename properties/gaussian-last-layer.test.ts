import { auditProperties } from "lemmacheck/vitest";
import { gaussianLastLayer } from "../bounds/gaussian-last-layer.js";

auditProperties(gaussianLastLayer);
