import { auditProperties } from "lemmacheck/vitest";
import { reluMoments } from "../bounds/relu-moments.js";

auditProperties(reluMoments);
