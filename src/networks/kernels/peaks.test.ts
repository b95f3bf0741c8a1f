import { describe, expect, it } from "vitest";
import { DeclaredConstantError } from "../../activations/declared-constant-error.js";
import { defineActivation } from "../../activations/define-activation.js";
import { keyedStreams } from "../../chance/streams.js";
import { drawOneStepFast } from "../lines/draw-one-step-fast.js";
import { peaks } from "./peaks.js";
import { polynomialTable } from "./polynomial-table.js";
import { psiKernel } from "./psi-kernel.js";

const sine = { id: "sine", value: Math.sin, derivative: Math.cos };

describe("peaks", () => {
  it("finds the maxima of |sin| and |cos| to where they are flat", () => {
    const found = [...peaks(polynomialTable(Math.sin, Math.cos)!)];
    // |ψ| and |ψ''| peak at odd multiples of π/2, |ψ'| at multiples of π.
    for (let n = -9; n <= 9; n++) {
      const nearest = Math.min(...found.map((t) => Math.abs(t - (n * Math.PI) / 2)));
      expect(1 - Math.cos(nearest)).toBeLessThan(1e-7);
    }
  });
});

describe("the table of an activation with declared constants", () => {
  it.each([
    ["supremum", { supremum: 0.999_999 }],
    ["lipschitz", { lipschitz: 0.999_999 }],
    ["smoothness", { smoothness: 0.9999 }],
  ])("is not made if its values contradict the %s", (name, constants) => {
    const psi = defineActivation({ ...sine, ...constants });
    const draw = keyedStreams({ seed: "1", sampler: "peaks", parameters: {} })(0);
    expect(() => drawOneStepFast({ psi, d: 10, k: 1000 }, draw)).toThrow(DeclaredConstantError);
    expect(() => psiKernel(psi)).toThrow(new RegExp(`at t = .* against its declared ${name} = 0.9999`));
  });

  it("is made if they do not, and draws beyond it are held to them as well", () => {
    const psi = defineActivation({ ...sine, supremum: 1, lipschitz: 1, smoothness: 1 });
    expect(psiKernel(psi)).not.toBeNull();
    const steep = defineActivation({
      id: "steep far out",
      value: (t) => Math.tanh(t) + (Math.abs(t) > 40 ? t : 0),
      derivative: (t) => 1 / Math.cosh(t) ** 2,
      supremum: 1,
    });
    expect(() => psiKernel(steep)!.value(50)).toThrow(/at t = 50, against its declared supremum = 1$/);
  });
});
