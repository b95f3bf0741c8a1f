import { auditProperties } from "lemmacheck/vitest";
import { gradientOrder } from "../bounds/gradient-order.js";

auditProperties(gradientOrder);
