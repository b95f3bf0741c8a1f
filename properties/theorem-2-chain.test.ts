import { auditProperties } from "lemmacheck/vitest";
import { theorem2Chain } from "../bounds/theorem-2-chain.js";

auditProperties(theorem2Chain, { cells: 500 });
