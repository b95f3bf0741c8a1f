import { auditProperties } from "lemmacheck/vitest";
import { hermiteSpinGlass } from "../bounds/hermite-spin-glass.js";

auditProperties(hermiteSpinGlass);
