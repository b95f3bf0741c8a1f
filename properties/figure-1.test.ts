import { auditProperties } from "lemmacheck/vitest";
import { figure1 } from "../bounds/figure-1.js";

auditProperties(figure1);
