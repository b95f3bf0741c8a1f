import { auditProperties } from "lemmacheck/vitest";
import { gradientSecondMoment } from "../bounds/gradient-second-moment.js";

auditProperties(gradientSecondMoment);
