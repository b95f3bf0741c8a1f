import { auditProperties } from "lemmacheck/vitest";
import { figure1Threshold } from "../bounds/figure-1-threshold.js";

auditProperties(figure1Threshold);
