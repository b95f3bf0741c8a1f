import { auditProperties } from "lemmacheck/vitest";
import { gaussianProcessLimit } from "../bounds/gaussian-process-limit.js";

auditProperties(gaussianProcessLimit);
