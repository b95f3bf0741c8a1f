import { auditProperties } from "lemmacheck/vitest";
import { signChange } from "../bounds/sign-change.js";

auditProperties(signChange);
