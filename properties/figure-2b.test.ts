import { auditProperties } from "lemmacheck/vitest";
import { figure2b } from "../bounds/figure-2b.js";

auditProperties(figure2b);
