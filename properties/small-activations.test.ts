import { auditProperties } from "lemmacheck/vitest";
import { smallActivations } from "../bounds/small-activations.js";

auditProperties(smallActivations);
