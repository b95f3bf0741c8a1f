import { auditProperties } from "lemmacheck/vitest";
import { inputLawSmooth } from "../bounds/input-law-smooth.js";

auditProperties(inputLawSmooth);
