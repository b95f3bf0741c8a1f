import { auditProperties } from "lemmacheck/vitest";
import { theorem1Union } from "../bounds/theorem-1-union.js";

auditProperties(theorem1Union, { cells: 500 });
