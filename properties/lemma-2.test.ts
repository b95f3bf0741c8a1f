import { auditProperties } from "lemmacheck/vitest";
import { lemma2 } from "../bounds/lemma-2.js";

auditProperties(lemma2);
