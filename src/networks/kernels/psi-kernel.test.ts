import { all, type BigNumber, create } from "mathjs";
import { describe, expect, it } from "vitest";
import type { Activation } from "../../activations/activation.js";
import { catalogue } from "../../activations/catalogue.js";
import { defineActivation } from "../../activations/define-activation.js";
import { expressionActivation } from "../../activations/expression-activation.js";
import { scaledTanh } from "../../activations/scaled-tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { sameBits } from "../testing/same-bits.js";
import { fillNormalFast } from "./fill-normal-fast.js";
import { BLOCK, BLOCK_BYTES, BLOCKS, CENTRE, ENTRY_BYTES, KIND_TABLE, MOST_ENTRIES, TABLE } from "./layout.js";
import type { Machine } from "./machine.js";
import { psiKernel } from "./psi-kernel.js";
import { twinMachine } from "./twin-machine.js";
import { wasmMachine } from "./wasm-machine.js";

const smooth = [...catalogue, scaledTanh(100), scaledTanh(0.1)];
const kinked = [
  "max(-1,min(1,t))",
  "min(6,max(0,t))",
  "abs(t-1)-1",
  "max(-0.3,t)",
  "max(0,t-0.37)",
  "tanh(max(-1,min(1,t)))",
  "max(0,tanh(t))",
  "t > 0.7 ? atan(t) : atan(0.7)*exp(t-0.7)",
  "abs(sin(t))",
].map(expressionActivation);
const twin = twinMachine(BLOCKS + 3 * BLOCK_BYTES);
const kernel = wasmMachine(BLOCKS + 3 * BLOCK_BYTES)!;
const streams = keyedStreams({ seed: "kernels", sampler: "psi-kernel.test", parameters: {} });

/** ψ and ψ' of some blocks of arguments, one behind the other. */
function activated(psi: Activation, t: Float64Array, machine: Machine): readonly [Float64Array, Float64Array] {
  const { kind } = psiKernel(psi)!;
  machine.usePsi(psiKernel(psi)!);
  const [values, slopes] = [new Float64Array(t.length), new Float64Array(t.length)];
  for (let i = 0; i < t.length; i += BLOCK) {
    machine.f64.set(t.subarray(i, i + BLOCK), BLOCKS / 8);
    machine.activate(kind, BLOCKS, BLOCKS + BLOCK_BYTES, BLOCKS + 2 * BLOCK_BYTES);
    values.set(machine.f64.subarray(BLOCKS / 8 + BLOCK, BLOCKS / 8 + 2 * BLOCK), i);
    slopes.set(machine.f64.subarray(BLOCKS / 8 + 2 * BLOCK, BLOCKS / 8 + 3 * BLOCK), i);
  }
  return [values, slopes];
}

/** Normal variables, larger ones beyond every table, the borders of intervals, zeros and the like. */
function argumentsFor(psi: Activation): Float64Array {
  const t = new Float64Array(64 * BLOCK);
  fillNormalFast(t, streams(0)(psi.id), twin);
  for (let i = 0; i < t.length; i += 5) t[i] *= 10 ** ((i / 5) % 7);
  const [, step, reach] = psiKernel(psi)!.numbers;
  t.set([0, -0, 1e-300, -1e-20, Infinity, -Infinity, 1e300, -1e10]);
  t.set([reach, -reach, reach * (1 + 2 ** -52), -reach * (1 + 2 ** -52), step / 2, -step / 2, 1.5 * step], 8);
  const near = psi.kinks.flatMap((kink) =>
    [0, 2 ** -52, 2 ** -50, 1e-12, 1e-6].flatMap((e) => [kink + e * (1 + Math.abs(kink)), kink - e]),
  );
  t.set(near, 16);
  return t;
}

/** Whether rounding may take t for an argument on the other side of a kink. */
const isAtKink = ({ kinks }: Activation, t: number) =>
  kinks.some((kink) => Math.abs(t - kink) <= 2 ** -48 * (4 + Math.abs(kink)));

describe.each([...smooth, ...kinked])("$id", (psi) => {
  const t = argumentsFor(psi);
  const [values, slopes] = activated(psi, t, kernel);

  it("has the same bits from kernel and twin", () => {
    const [twinValues, twinSlopes] = activated(psi, t, twin);
    expect(sameBits(values, twinValues)).toBe(true);
    expect(sameBits(slopes, twinSlopes)).toBe(true);
  });

  it("is within the stated error of the activation's own functions", () => {
    const { valueError, slopeError } = psiKernel(psi)!;
    let [worst, worstSlope] = [0, 0];
    t.forEach((x, i) => {
      if (!Number.isFinite(x)) return;
      worst = Math.max(worst, Math.abs(values[i] - psi.value(x)));
      if (psiKernel(psi)!.table.length > 0 && isAtKink(psi, x)) return;
      worstSlope = Math.max(worstSlope, Math.abs(slopes[i] - psi.derivative(x)));
    });
    expect(worst).toBeLessThanOrEqual(2 * valueError);
    expect(worstSlope).toBeLessThanOrEqual(2 * slopeError);
  });
});

// Those of expressions are proved, and larger: see table-errors.test.ts.
it("states errors of at most 4 ulp of the largest value and slope in the table's reach", () => {
  for (const psi of catalogue.filter(({ kinks }) => kinks.length === 0)) {
    const { kind, numbers, valueError, slopeError } = psiKernel(psi)!;
    if (kind !== KIND_TABLE) continue;
    expect(valueError).toBeLessThan(2 ** -50 * Math.max(1, Math.abs(psi.value(numbers[2]))));
    expect(slopeError).toBeLessThan(2 ** -48 * psi.lipschitz);
  }
});

describe("against 64 digits", () => {
  // Comparisons are of equal numbers to 12 digits unless told otherwise.
  const math = create(all, { number: "BigNumber", precision: 64, relTol: 1e-60, absTol: 1e-60 });
  const cases = [
    ["tanh", "tanh(t)", "1/cosh(t)^2"],
    ["100*tanh(t/100)", "100*tanh(t/100)", "1/cosh(t/100)^2"],
    ["atan", "atan(t)", "1/(1+t^2)"],
    ["softplus", "log(1+exp(t))-log(2)", "1/(1+exp(-t))"],
    ["sin", "sin(t)", "cos(t)"],
    ["max(-1, min(1, t))", "max(-1,min(1,t))", "abs(t) < 1 ? 1 : 0"],
    ["min(6, max(0, t))", "min(6,max(0,t))", "t > 0 and t < 6 ? 1 : 0"],
    ["max(0, tanh(t))", "max(0,tanh(t))", "t > 0 ? 1/cosh(t)^2 : 0"],
    ["tanh(max(-1, min(1, t)))", "tanh(max(-1,min(1,t)))", "abs(t) < 1 ? 1/cosh(t)^2 : 0"],
  ] as const;

  it.each(cases)("%s is right to 4 ulp of the largest value and slope", (id, value, slope) => {
    const psi = [...smooth, ...kinked].find((one) => one.id === id)!;
    const t = argumentsFor(psi)
      .map((x) => (Math.abs(x) < 40 ? x : 0.5))
      .subarray(0, BLOCK);
    const [values, slopes] = activated(psi, t, kernel);
    const [exact, exactSlope] = [math.compile(value), math.compile(slope)];
    const scale = Math.max(1, ...t.map((x) => Math.abs(psi.value(x))));
    t.forEach((x, i) => {
      // A double times 2^60 is an integer here, or 0 for the tiny ones, where ψ is 0 to the accuracy asked for.
      const at = math.bignumber(BigInt(Math.round(x * 2 ** 60)).toString()).div(math.bignumber(2).pow(60));
      const error = (got: number, formula: { evaluate(scope: object): BigNumber }) =>
        Math.abs(
          math
            .bignumber(String(got))
            .minus(formula.evaluate({ t: at }))
            .toNumber(),
        );
      expect(error(values[i], exact)).toBeLessThan(2 ** -50 * scale);
      if (!isAtKink(psi, x)) expect(error(slopes[i], exactSlope)).toBeLessThan(2 ** -48);
    });
  });
});

it("would be caught with the table shifted by one entry, or one coefficient off by 1e-13", () => {
  const psi = catalogue.find(({ id }) => id === "tanh")!;
  const t = argumentsFor(psi);
  const bound = 2 * psiKernel(psi)!.valueError;
  const worst = (values: Float64Array) =>
    values.reduce((most, x, i) => Math.max(most, Math.abs(x - psi.value(t[i]))), 0);
  const finite = t.map((x) => (Number.isFinite(x) ? x : 0));
  t.set(finite);
  const machine = wasmMachine(BLOCKS + 3 * BLOCK_BYTES)!;
  expect(worst(activated(psi, t, machine)[0])).toBeLessThanOrEqual(bound);
  machine.f64[(TABLE + (CENTRE + 8) * ENTRY_BYTES) / 8 + 1] += 1e-12;
  expect(worst(activated(psi, t, machine)[0])).toBeGreaterThan(bound);
  machine.f64.copyWithin(TABLE / 8, (TABLE + ENTRY_BYTES) / 8, (TABLE + (MOST_ENTRIES - 1) * ENTRY_BYTES) / 8);
  expect(worst(activated(psi, t, machine)[0])).toBeGreaterThan(0.01);
});

it.each(["min(6,max(0,t))", "max(0,t-0.37)", "tanh(max(-1,min(1,t)))"])(
  "would be caught with the kinks of %s half a cell off",
  (text) => {
    const psi = expressionActivation(text);
    const { numbers, valueError } = psiKernel(psi)!;
    const t = argumentsFor(psi).map((x) => (Math.abs(x) < 8 ? x : 0.5));
    const machine = wasmMachine(BLOCKS + 3 * BLOCK_BYTES)!;
    const worst = (values: Float64Array) =>
      values.reduce((most, x, i) => Math.max(most, Math.abs(x - psi.value(t[i]))), 0);
    expect(worst(activated(psi, t, machine)[0])).toBeLessThanOrEqual(2 * valueError);
    const [, step, , factor] = numbers;
    const { value, derivative, ...rest } = psi;
    const moved = {
      ...rest,
      value: (x: number) => value(x - step / factor / 2),
      derivative: (x: number) => derivative(x - step / factor / 2),
      kinks: psi.kinks.map((kink) => kink + step / factor / 2),
      expression: null,
    };
    expect(worst(activated(moved, t, machine)[0])).toBeGreaterThan(2 * valueError);
    // The right function with its kinks inside cells has no table.
    const inside = psi.kinks.map((kink) => kink + (step / factor) * 0.1);
    expect(psiKernel({ ...psi, kinks: inside, expression: null })).toBeNull();
  },
);

it("takes for the slope at a kink that of one side", () => {
  const psi = expressionActivation("max(-1,min(1,t))");
  const t = new Float64Array(BLOCK).fill(1);
  expect([0, 1]).toContain(activated(psi, t, kernel)[1][0]);
  expect([0, 1]).toContain(activated(psi, t.fill(-1), kernel)[1][0]);
});

it("leaves to others what has incommensurate kinks or jumps, kinks that it does not know, or varies too fast", () => {
  const apart = expressionActivation("max(-1,min(1,t)) + abs(t-sqrt(2))");
  const jump = expressionActivation("t > 1 ? tanh(t) : 0.3");
  const unsaid = defineActivation({
    id: "unsaid",
    value: (t) => Math.abs(t - 0.3),
    derivative: (t) => Math.sign(t - 0.3),
  });
  const { value, derivative } = unsaid;
  const bend = defineActivation({ id: "bend", value, derivative, kinks: [0.3] });
  expect([apart, jump, unsaid, scaledTanh(1e-3)].map(psiKernel)).toEqual([null, null, null, null]);
  expect(psiKernel(bend)).not.toBeNull();
});
