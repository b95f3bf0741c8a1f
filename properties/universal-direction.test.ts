import { auditProperties } from "lemmacheck/vitest";
import { universalDirection } from "../bounds/universal-direction.js";

auditProperties(universalDirection);
