import { auditProperties } from "lemmacheck/vitest";
import { harmonic } from "./harmonic.js";

auditProperties(harmonic);
