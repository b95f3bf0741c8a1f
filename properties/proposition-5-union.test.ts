import { auditProperties } from "lemmacheck/vitest";
import { proposition5Union } from "../bounds/proposition-5-union.js";

auditProperties(proposition5Union, { cells: 500 });
