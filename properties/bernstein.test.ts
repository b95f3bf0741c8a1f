import { auditProperties } from "lemmacheck/vitest";
import { bernstein } from "../bounds/bernstein.js";

auditProperties(bernstein);
