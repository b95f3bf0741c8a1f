import { auditProperties } from "lemmacheck/vitest";
import { hessianOrder } from "../bounds/hessian-order.js";

auditProperties(hessianOrder, { cells: 3 });
