import { expect, test } from "vitest";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { resolveActivation } from "../../activations/resolve-activation.js";
import { sign } from "../../activations/sign.js";
import { sin } from "../../activations/sin.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { gridsFor, misplacement } from "./grid.js";
import { peaks } from "./peaks.js";
import { evaluated, polynomialTable } from "./polynomial-table.js";
import { psiKernel } from "./psi-kernel.js";
import { twinActivation } from "./twin-activation.js";

type Real = (t: number) => number;
const CASES: readonly (readonly [string, Real, Real, readonly number[]])[] = [
  ["tanh", tanh.value, tanh.derivative, []],
  ["sin", sin.value, sin.derivative, []],
  ["gelu", gelu.value, gelu.derivative, []],
  ["relu", relu.value, relu.derivative, [0]],
  ["corner at 0.37", (t) => Math.max(0, t - 0.37), (t) => (t > 0.37 ? 1 : 0), [0.37]],
  ["clipped", (t) => Math.max(-1, Math.min(2, t)), (t) => (t > -1 && t < 2 ? 1 : 0), [-1, 2]],
  ["tanh|t − 1|", (t) => Math.tanh(Math.abs(t - 1)), (t) => Math.sign(t - 1) * (1 - Math.tanh(t - 1) ** 2), [1]],
];

// Pinned to the last bit: an error bound that changes must be seen.
test("tables of all kinds, to the last bit; within their errors of what they stand for", () => {
  const rows: string[] = [];
  for (const [name, value, derivative, kinks] of CASES) {
    const made = polynomialTable(value, derivative, kinks);
    rows.push(`${name}: ${made === null ? "none" : exactly({ ...made })}`);
    if (!made) continue;
    const { step, factor, offset, reach, table, valueError, slopeError, atKinks } = made;
    const centre = (table.length / 8 - 1) / 2;
    for (let i = 0; i < 300; i++) {
      const t = reach * Math.sin(1 + 7.3 * i);
      const p = factor * t + offset;
      const j = Math.round(p / step);
      const [psi, slope] = evaluated(table, 8 * (j + centre), p - j * step);
      const near = kinks.some((kink) => Math.abs(t - kink) < 1e-9);
      expect(Math.abs(psi - value(t))).toBeLessThanOrEqual(8 * (valueError + atKinks) + 1e-14 * (1 + Math.abs(t)));
      if (!near) expect(Math.abs(slope * factor - derivative(t))).toBeLessThanOrEqual(8 * slopeError + 1e-13);
    }
    if (reach < 20) rows.push(`peaks: ${exactly(Float64Array.from(peaks(made)))}`);
  }
  expect(rows).toMatchSnapshot();
});

test("no table is made of jumps, nor of kinks that no length fits", () => {
  expect(polynomialTable(sign.value, sign.derivative, [0])).toBeNull();
  expect(polynomialTable(relu.value, relu.derivative, [0, 1, Math.SQRT2])).toBeNull();
  expect(
    polynomialTable(
      (t) => (t < 0 ? 0 : 1e-11),
      () => 0,
      [0],
    ),
  ).toBeNull();
});

test("grids and what is misplaced, to the last bit", () => {
  const rows = [
    [],
    [0],
    [0.37],
    [-5],
    [-0.3, 0.3],
    [0, 6],
    [-0.1, 0.2, 0.7, 1.1],
    [0, 0.001],
    [0, 1 / 300],
    [2, 2 + Math.PI],
    [0, 9, 21],
  ].map((kinks) => {
    const grids = [...gridsFor(kinks)];
    const off = grids.flatMap((grid) => kinks.map((kink) => misplacement(grid, kink)));
    return `${kinks.join(" ")}: ${grids.map((grid) => exactly({ ...grid })).join("; ")}; ${off.join(" ")}`;
  });
  expect(rows).toMatchSnapshot();
});

test("kernels of all kinds, to the last bit; values and slopes by the twin", () => {
  const rows: string[] = [];
  for (const psi of [
    tanh,
    softplus,
    relu,
    sign,
    { ...tanh, id: "placed", kinks: [0.3], expression: null },
    { ...resolveActivation("leaky-relu"), id: "leaky" },
  ]) {
    const made = psiKernel(psi);
    if (!made) {
      rows.push(`${psi.id}: none`);
      continue;
    }
    const { kind, numbers, table, valueError, slopeError } = made;
    const { value, slope } = twinActivation(made);
    rows.push(`${psi.id}: ${exactly({ kind, numbers, table, valueError, slopeError })}`);
    const ts = [0, -0, 0.1, -0.3, 0.3, 2, -5, 15.9, 16, 16.1, -300];
    rows.push(exactly([ts.map(value), ts.map(slope)]));
    for (const t of ts.filter((one) => Math.abs(one) > 0.2)) {
      expect(Math.abs(value(t) - psi.value(t))).toBeLessThan(1e-14 * (1 + Math.abs(t)));
      if (!psi.kinks.includes(t)) expect(Math.abs(slope(t) - psi.derivative(t))).toBeLessThan(1e-13);
    }
    expect(psiKernel(psi)).toBe(made);
  }
  expect(rows).toMatchSnapshot();
});
