import { auditProperties } from "lemmacheck/vitest";
import { biasUnit } from "../bounds/bias-unit.js";

auditProperties(biasUnit);
