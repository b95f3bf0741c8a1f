import { auditProperties } from "lemmacheck/vitest";
import { runs } from "./paper.js";

auditProperties(runs);
