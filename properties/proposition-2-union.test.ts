import { auditProperties } from "lemmacheck/vitest";
import { proposition2Union } from "../bounds/proposition-2-union.js";

auditProperties(proposition2Union, { cells: 500 });
