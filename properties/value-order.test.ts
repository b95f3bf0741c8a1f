import { auditProperties } from "lemmacheck/vitest";
import { valueOrder } from "../bounds/value-order.js";

auditProperties(valueOrder);
