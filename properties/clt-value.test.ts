import { auditProperties } from "lemmacheck/vitest";
import { cltValue } from "../bounds/clt-value.js";

auditProperties(cltValue);
