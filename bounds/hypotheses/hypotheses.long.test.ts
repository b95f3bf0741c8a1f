import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { momentsOfDerivative, momentsOfValue } from "./hypotheses.js";

test("sqrt(erfc(t*t)), whose slopes doubles lose where erfc underflows, has a pair for its values; of its slopes none is known", () => {
  const psi = resolveActivation("sqrt(erfc(t*t))");
  if (!("holds" in momentsOfValue && "holds" in momentsOfDerivative)) throw new Error("a least value");
  expect(momentsOfValue.holds({ psi })).toBe(true);
  expect(psi.valueMoments?.c).toBeCloseTo(0.2918, 4);
  expect(momentsOfDerivative.holds({ psi })).toBe(null);
  expect(momentsOfDerivative.because?.({ psi })).toContain("is not known closely enough");
});
