import { auditProperties } from "lemmacheck/vitest";
import { biasUnitRelu } from "../bounds/bias-unit-relu.js";

auditProperties(biasUnitRelu);
