import { auditProperties } from "lemmacheck/vitest";
import { proposition4Net } from "../bounds/proposition-4-net.js";

auditProperties(proposition4Net, { cells: 500 });
