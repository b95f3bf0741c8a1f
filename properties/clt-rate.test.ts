import { auditProperties } from "lemmacheck/vitest";
import { cltRate } from "../bounds/clt-rate.js";

auditProperties(cltRate, { cells: 3 });
