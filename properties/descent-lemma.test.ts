import { auditProperties } from "lemmacheck/vitest";
import { descentLemma } from "../bounds/descent-lemma.js";

auditProperties(descentLemma);
