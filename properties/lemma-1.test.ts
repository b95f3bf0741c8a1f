import { auditProperties } from "lemmacheck/vitest";
import { lemma1 } from "../bounds/lemma-1.js";

auditProperties(lemma1);
