import { auditProperties } from "lemmacheck/vitest";
import { figure2a } from "../bounds/figure-2a.js";

auditProperties(figure2a);
