import { all, type BigNumber, create, type EvalFunction } from "mathjs";
import { describe, expect, it, test } from "vitest";
import type { Activation } from "./activation.js";
import { catalogue } from "./catalogue.js";
import { scaledTanh } from "./scaled-tanh.js";
import { referenceFor } from "./testing/reference-for.js";

/** What values and derivatives of the catalogue may be off by, in units in the last place. */
const MOST_ULP = 8;

/** 64 digits; 400 for formulas that cancel near 0. */
const plain = create(all, { number: "BigNumber", precision: 64 });
const long = create(all, { number: "BigNumber", precision: 400 });

interface Oracle {
  /** Formulas in t, with b for a parameter. One that cancels near 0, marked by spaces about its minus, gets 400 digits there. */
  readonly value?: string;
  readonly derivative?: string;
  readonly secondDerivative?: string;
  readonly b?: number;
  /** The largest |t|/b to try; exponentials of more take the oracle too long. */
  readonly reach?: number;
}

const TANH: Oracle = {
  value: "b*tanh(t/b)",
  derivative: "1/cosh(t/b)^2",
  secondDerivative: "-2/b*sinh(t/b)/cosh(t/b)^3",
};
const SIGMOID_SLOPE = "exp(-t)/(1+exp(-t))^2";

const ORACLES: Readonly<Record<string, Oracle>> = {
  identity: { value: "t", derivative: "1", secondDerivative: "0", reach: Infinity },
  tanh: { ...TANH, b: 1 },
  "100*tanh(t/100)": { ...TANH, b: 100 },
  "0.1*tanh(t/0.1)": { ...TANH, b: 0.1 },
  "1e-100*tanh(t/1e-100)": { ...TANH, b: 1e-100 },
  "1e+100*tanh(t/1e+100)": { ...TANH, b: 1e100 },
  erf: { derivative: "2/sqrt(pi)*exp(-t^2)", secondDerivative: "-4*t/sqrt(pi)*exp(-t^2)" },
  atan: { value: "atan(t)", derivative: "1/(1+t^2)", secondDerivative: "-2*t/(1+t^2)^2", reach: Infinity },
  isru: {
    value: "t/sqrt(1+t^2)",
    derivative: "1/sqrt(1+t^2)^3",
    secondDerivative: "-3*t/sqrt(1+t^2)^5",
    reach: Infinity,
  },
  logistic: {
    value: "1/(1+exp(-t)) - 1/2",
    derivative: SIGMOID_SLOPE,
    secondDerivative: `-${SIGMOID_SLOPE}*tanh(t/2)`,
  },
  sin: { value: "sin(t)", derivative: "cos(t)", secondDerivative: "-sin(t)", reach: Infinity },
  softplus: { value: "log(1+exp(t)) - log(2)", derivative: "1/(1+exp(-t))", secondDerivative: SIGMOID_SLOPE },
  gelu: { secondDerivative: "(2-t^2)*exp(-t^2/2)/sqrt(2*pi)" },
  silu: {
    value: "t/(1+exp(-t))",
    derivative: "(1+exp(-t)+t*exp(-t))/(1+exp(-t))^2",
    secondDerivative: `${SIGMOID_SLOPE}*(2-t*tanh(t/2))`,
  },
  "pseudo-huber": {
    value: "sqrt(1+t^2) - 1",
    derivative: "t/sqrt(1+t^2)",
    secondDerivative: "1/sqrt(1+t^2)^3",
    reach: Infinity,
  },
  relu: { value: "(t+abs(t))/2", derivative: "(1+sign(t))/2", reach: Infinity },
  "leaky-relu": {
    value: "((1+b)*t + (1-b)*abs(t))/2",
    derivative: "((1+b) + (1-b)*sign(t))/2",
    b: 0.01,
    reach: Infinity,
  },
  abs: { value: "abs(t)", derivative: "sign(t)", reach: Infinity },
  sign: { value: "sign(t)", derivative: "0", reach: Infinity },
};

/** [t, erf(t)]: mpmath 1.2.1, 60 digits. */
const ERF: readonly (readonly [t: number, value: string])[] = [
  [1e-200, "1.128379167095512553698468e-200"],
  [1e-9, "1.128379167095512643797283e-9"],
  [0.03125, "3.525037386732282599861659e-2"],
  [0.3, "3.28626759459127416189618e-1"],
  [0.7, "6.778011938374184422768582e-1"],
  [0.75, "7.111556336535151315989378e-1"],
  [0.7517915246935645, "7.123059130510924965684214e-1"],
  [0.8, "7.421009647076605125897874e-1"],
  [1.0, "8.427007929497148693412206e-1"],
  [1.1, "8.802050695740817296572595e-1"],
  [1.49, "9.648978648432042110145334e-1"],
  [1.51, "9.672767481287116369388179e-1"],
  [2.0, "9.953222650189527341620693e-1"],
  [3.3, "9.999969422902035618348012e-1"],
  [5.0, "9.99999999998462540205572e-1"],
];

/** [t, tΦ(t), Φ(t) + tφ(t)]: mpmath 1.2.1, 60 digits. */
const GELU: readonly (readonly [t: number, value: string, derivative: string])[] = [
  [1e-200, "4.999999999999999910501312e-201", "5.0e-1"],
  [-1e-200, "-4.999999999999999910501312e-201", "5.0e-1"],
  [1e-9, "5.000000003989423115422285e-10", "5.000000007978845608028654e-1"],
  [-1e-9, "-4.99999999601057750739363e-10", "4.999999992021154391971346e-1"],
  [0.03125, "1.601452866982428522820604e-2", "5.24925777806751086056109e-1"],
  [-0.03125, "-1.523547133017571477179396e-2", "4.75074222193248913943891e-1"],
  [0.3, "1.853734266566857830614872e-1", "7.323277668271098549015104e-1"],
  [-0.3, "-1.146265733433142058362825e-1", "2.676722331728901450984896e-1"],
  [0.7, "5.306254434438488463050763e-1", "9.766141011336598442874147e-1"],
  [-0.7, "-1.693745565561511092860028e-1", "2.338589886634015571258529e-2"],
  [0.75, "5.800294857173488505047034e-1", "9.992257217392351043716912e-1"],
  [-0.75, "-1.699705142826511494952966e-1", "7.742782607648956283087645e-4"],
  [0.7517915246935645, "5.818203172136608107207957e-1", "1.000000000000000006453752"],
  [-0.7517915246935645, "-1.699712074799036616938685e-1", "-6.453751729367753219676865e-18"],
  [0.8, "6.305156811332826968321373e-1", "1.019897843625789522411107"],
  [-0.8, "-1.694843188667173475767837e-1", "-1.989784362578952241110665e-2"],
  [1.0, "8.413447460685429485852325e-1", "1.083315470587686298383063"],
  [-1.0, "-1.586552539314570514147675e-1", "-8.331547058768629838306274e-2"],
  [1.1, "9.507673329589791553619887e-1", "1.103971333789422924634217"],
  [-1.1, "-1.492326670410209334558532e-1", "-1.039713337894229246342166e-1"],
  [1.49, "1.388512944229579063718883", "1.127775842542898774921065"],
  [-1.49, "-1.014870557704209273993325e-1", "-1.277758425428987749210651e-1"],
  [1.51, "1.411062214745736094128284", "1.127128543275017720660175"],
  [-1.51, "-9.893778525426391475349991e-2", "-1.271285432750177206601752e-1"],
  [2.0, "1.954499736103641585599435", "1.085231801078196896700846"],
  [-2.0, "-4.550026389635841440056527e-2", "-8.523180107819689670084576e-2"],
  [3.3, "3.29840470033013335667676", "1.005201053356493369986131"],
  [-3.3, "-1.595299669866465687556027e-3", "-5.201053356493369986131113e-3"],
  [5.0, "4.999998566742140604030442", "1.000007146946001792294628"],
  [-5.0, "-1.433257859395969558368762e-6", "-7.146946001792294627867446e-6"],
  [8.046875, "8.046874999999996582699299", "1.000000000000027486386301"],
  [-8.046875, "-3.417300701005904957363694e-15", "-2.748638630058051129540049e-14"],
  [13.7, "1.369999999999999928945726e+1", "1.0"],
  [-13.7, "-6.95441429188909417416721e-42", "-9.52702053398199176010231e-41"],
  [21.1, "2.110000000000000142108547e+1", "1.0"],
  [-21.1, "-8.391060595707606424762106e-98", "-1.770496118208526289740985e-96"],
  [26.0, "2.6e+1", "1.0"],
  [-26.0, "-6.43776462030881214304602e-148", "-1.673811529247938186015862e-146"],
  [30.3, "3.030000000000000071054274e+1", "1.0"],
  [-30.3, "-1.73671222150459511489996e-200", "-5.262225612426452053619518e-199"],
  [37.0, "3.7e+1", "1.0"],
  [-37.0, "-2.118461352334093424392781e-298", "-7.838298669418516242529885e-297"],
  [38.3, "3.829999999999999715782906e+1", "1.0"],
  [-38.3, "-1.173540884465885295815043e-319", "-4.494657424024267015590861e-318"],
];

/** The double x as a big number, exactly but for rounding to the digits that `math` keeps. */
function exactly(x: number, math: typeof plain = plain): BigNumber {
  if (Math.abs(x) >= 2 ** 53) return math.bignumber(BigInt(x).toString());
  let [integer, exponent] = [x, 0];
  for (; !Number.isInteger(integer); exponent--) integer *= 2;
  return math.bignumber(integer).times(math.bignumber(2).pow(exponent));
}

function ulpError(found: number, truth: BigNumber): number {
  const size = Math.abs(truth.toNumber());
  const ulp = 2 ** Math.max(Math.floor(Math.log2(Math.max(size, 2 ** -1074))) - 52, -1074);
  const unit = plain.bignumber(2).pow(Math.round(Math.log2(ulp)));
  return exactly(found).minus(truth).div(unit).abs().toNumber();
}

const POINTS = [
  // Spread over the orders of magnitude, over the bulk and tails, and beside the places where something vanishes.
  ...Array.from({ length: 16 }, (_, k) => 1.2345e-15 * 10 ** (0.97 * k)),
  0.1234,
  0.41,
  0.7,
  0.95,
  1.9,
  2.9,
  4.1,
  6.3,
  9.7,
  14.3,
  22.2,
  26.55,
  31.7,
  44.4,
  99,
  311.1,
  371.9,
  700.1,
  743.9,
  Math.SQRT2,
  1.41,
  0.7517915246935645,
  1.2784645427610737,
  1.2788,
  2.3993572805154675,
  2.4,
  Math.PI,
  Math.PI / 2,
  1e-200,
  1e12,
  1e30,
  1e75,
  1e103,
  1e155,
  1.7976931348623157e308,
].flatMap((t) => [t, -t]);

/** The largest error over the points, in ulp, and where. */
function worst(g: (t: number) => number, formula: string, { b = 1, reach = 800 }: Oracle): readonly [number, number] {
  const compiled: EvalFunction = plain.compile(formula);
  const compiledLong: EvalFunction = long.compile(formula);
  const cancels = / - /.test(formula);
  const points = b === 1 ? POINTS : [...POINTS, ...POINTS.map((t) => t * b).filter(Number.isFinite)];
  const tried = points.filter((t) => Math.abs(t) <= reach * b && !(cancels && Math.abs(t) < 1e-100));
  return tried.reduce<[number, number]>(
    ([most, where], t) => {
      const [math, at] = cancels && Math.abs(t) < 1e-12 ? [long, compiledLong] : [plain, compiled];
      const truth = plain.bignumber(at.evaluate({ t: exactly(t, math), b: exactly(b, math) }).toString());
      const error = ulpError(g(t), truth);
      return error > most ? [error, t] : [most, where];
    },
    [0, NaN],
  );
}

const members: readonly Activation[] = [...catalogue, ...[100, 0.1, 1e-100, 1e100].map(scaledTanh)];
/** The formulas of a member; none, and a test that says so, where there are none. */
const oracleOf = ({ id }: Activation): Oracle => (Object.hasOwn(ORACLES, id) ? ORACLES[id] : {});
const functions = members.flatMap((a) =>
  (["value", "derivative", "secondDerivative"] as const).flatMap((name) => {
    const g = a[name];
    return g ? [{ id: a.id, name, g, formula: oracleOf(a)[name] }] : [];
  }),
);

describe.each(functions.filter(({ formula }) => formula))("$id: $name", ({ id, g, formula = "" }) => {
  it("is right to 8 ulp", () => {
    const [error, where] = worst(g, formula, ORACLES[id]);
    expect(error, `at ${where}`).toBeLessThanOrEqual(MOST_ULP);
  });
});

it.each(members)("there are formulas for $id", ({ id }) => {
  referenceFor(ORACLES, id);
});

test("only erf and gelu need the tables", () => {
  const rest = functions.filter(({ formula }) => !formula).map(({ id, name }) => `${id} ${name}`);
  expect(rest).toEqual(["erf value", "gelu value", "gelu derivative"]);
});

test("erf and gelu are right to 8 ulp against mpmath", () => {
  const [erf, gelu] = ["erf", "gelu"].map((id) => catalogue.find((a) => a.id === id));
  const errors = [
    ...ERF.flatMap(([t, value]) => [ulpError(erf?.value(t) ?? NaN, plain.bignumber(value))]),
    ...GELU.flatMap(([t, value, derivative]) => [
      ulpError(gelu?.value(t) ?? NaN, plain.bignumber(value)),
      ulpError(gelu?.derivative(t) ?? NaN, plain.bignumber(derivative)),
    ]),
  ];
  expect(errors.filter((error) => !(error <= MOST_ULP))).toEqual([]);
});

test("the measure of error finds an error of 9 ulp", () => {
  expect(worst((t) => Math.tanh(t) * (1 + 18 * 2 ** -53), "tanh(t)", {})[0]).toBeGreaterThan(MOST_ULP);
  expect(worst((t) => 1 - Math.tanh(t) ** 2, "1/cosh(t)^2", {})[0]).toBeGreaterThan(MOST_ULP);
  expect(ulpError(1 + 9 * 2 ** -52, plain.bignumber(1))).toBe(9);
  expect(ulpError(0, plain.bignumber(2).pow(-1073))).toBe(2);
});
