import { auditProperties } from "lemmacheck/vitest";
import { distortion } from "./paper.js";

auditProperties(distortion);
