import { relu } from "../../activations/relu.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { testDeepLaws } from "../testing/deep-laws.js";

const he = { initialisation: "he" } as const;

// A shape for what each law treats by itself; `deep-laws.long.test.ts` has the others.
testDeepLaws([
  { psi: relu, d: 3, k: 8 },
  { psi: tanh, d: 2, k: 5, depth: 3, ...he, coefficients: "gaussian" },
  { psi: relu, d: 4, k: 4, depth: 3, ...he, coefficients: "gaussian" },
  { psi: softplus, d: 1, k: 3, depth: 2, ...he },
]);
