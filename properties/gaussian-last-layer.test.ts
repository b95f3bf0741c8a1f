import { auditProperties } from "lemmacheck/vitest";
import { gaussianLastLayer } from "../bounds/gaussian-last-layer.js";

// A failure rate of 0.2 % takes many draws to hold against 0.5 %.
auditProperties(gaussianLastLayer, { cells: 5 });
