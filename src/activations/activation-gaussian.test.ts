import { all, create } from "mathjs";
import { describe, expect, it, test } from "vitest";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { scaledTanh } from "./scaled-tanh.js";
import { referenceFor } from "./testing/reference-for.js";

const math = create(all, { number: "BigNumber", precision: 64 });

/** E ψ(X), E ψ(X)², E ψ'(X)²: mpmath 1.2.1, 45 digits, 48-point Gauss–Legendre between 0, ±1, ±2, … and the zeros of ψ'. */
const TRUTH: Readonly<Record<string, readonly [mean: string, second: string, slope: string]>> = {
  identity: ["0", "1", "1"],
  tanh: ["0", "0.394294490397841174416459772444", "0.464402902448268241972021461116"],
  erf: ["0", "0.464559054397539978509532408118", "0.569410034733741646781410141123"],
  atan: ["0", "0.449700916434902157259151094349", "0.5"],
  isru: ["0", "0.344320457581201528456128769269", "0.413919885604699617885967807683"],
  logistic: ["0", "0.0433790358580929627376491712819", "0.044836241350194371792582658295"],
  sin: ["0", "0.432332358381693654053000252514", "0.567667641618306345946999747486"],
  softplus: [
    "0.112912002787494475110996710046",
    "0.284263622174041891957085108054",
    "0.293379035858092962737649171282",
  ],
  gelu: ["0.28209479177387814347403972578", "0.425221482570298674918554416385", "0.455850865649287122113628110736"],
  silu: ["0.206620964141907037262350828718", "0.355775519817352156230794292334", "0.379482351632829308996280484737"],
  "pseudo-huber": [
    "0.354530806481315302053116730477",
    "0.290938387037369395893766539047",
    "0.344320457581201528456128769269",
  ],
  relu: ["0.398942280401432677939946059934", "0.5", "0.5"],
  "leaky-relu": [
    "0.39495285759741835107750005461",
    "0.500050000000000000002081668171",
    "0.500050000000000000002081668171",
  ],
  abs: ["0.797884560802865355879892119869", "1", "1"],
  sign: ["0", "1", "0"],
  "100*tanh(t/100)": ["0", "0.999800056646009208482060092173", "0.99980006996868338968453703067"],
  "0.1*tanh(t/0.1)": ["0", "0.0092053686343051676903939974168", "0.0531067877481158370392775974594"],
  "0.001*tanh(t/0.001)": ["0", "0.00000099920211576731376673866385938", "0.000531922954771445983264071283547"],
};

/** The closed forms among them. */
const CLOSED: Readonly<Record<string, readonly (string | null)[]>> = {
  identity: ["0", "1", "1"],
  erf: ["0", "2/pi*asin(2/3)", "4/pi/sqrt(5)"],
  sin: ["0", "(1-exp(-2))/2", "(1+exp(-2))/2"],
  atan: ["0", null, "1/2"],
  gelu: ["1/(2*sqrt(pi))", "1/3 + 1/(2*pi*sqrt(3))", "1/3 + 2/(3*pi*sqrt(3))"],
  relu: ["1/sqrt(2*pi)", "1/2", "1/2"],
  abs: ["sqrt(2/pi)", "1", "1"],
  sign: ["0", "1", "0"],
};

const members: readonly Activation[] = [...catalogue, ...[100, 0.1, 0.001].map(scaledTanh)];

const quantities = members.flatMap((a) =>
  (["mean", "secondMoment", "derivativeSecondMoment"] as const).map((name, i) => ({ id: a.id, name, i, a })),
);

describe.each(quantities)("$id: $name", ({ id, name, i, a }) => {
  it("is within its error of the truth, and the error is small", () => {
    const { value, error } = a.gaussian[name];
    const miss = math
      .bignumber(value)
      .minus(math.bignumber(referenceFor(TRUTH, id)[i]))
      .abs()
      .toNumber();
    expect(miss).toBeLessThanOrEqual(error);
    // The mean's error is relative to E|ψ|, which is at most the root of E ψ².
    const size = name === "mean" ? Math.sqrt(a.gaussian.secondMoment.value) : value;
    expect(error).toBeLessThanOrEqual(1.5e-14 * size);
  });
});

test("the references agree with the closed forms", () => {
  for (const [id, forms] of Object.entries(CLOSED))
    forms.forEach((form, i) => {
      if (form === null) return;
      const difference = math.bignumber(String(math.evaluate(form))).minus(math.bignumber(referenceFor(TRUTH, id)[i]));
      expect(difference.abs().toNumber(), `${id} ${form}`).toBeLessThan(1e-29);
    });
});
