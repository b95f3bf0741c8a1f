import { auditProperties } from "lemmacheck/vitest";
import { multiStepDescent } from "../bounds/multi-step-descent.js";

// A cell has several steps, each as dear as a draw of its own.
auditProperties(multiStepDescent, { cells: 3 });
