import { auditProperties } from "lemmacheck/vitest";
import { theorem1Chain } from "../bounds/theorem-1-chain.js";

auditProperties(theorem1Chain);
