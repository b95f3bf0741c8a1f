import { auditProperties } from "lemmacheck/vitest";
import { inputLaw } from "../bounds/input-law.js";

auditProperties(inputLaw);
