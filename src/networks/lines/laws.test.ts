import { expect, test } from "vitest";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { sign } from "../../activations/sign.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { valuesOf } from "../line.js";
import { completeSetting, type Setting, type Widths } from "../setting.js";
import { drawLine, drawSlopedLine, lineCost } from "./draw-line.js";
import { laws } from "./laws.js";

const streams = keyedStreams({ seed: "laws", sampler: "pinned", parameters: {} });
const jumping = {
  ...sign,
  id: "jumping",
  value: (t: number) => (t < 1 ? 0 : 5),
  kinks: [1],
  sides: null,
  expression: null,
  provenance: "declared" as const,
};

const SETTINGS: readonly Setting<Widths>[] = [
  { psi: relu, d: 3, k: 10 },
  { psi: relu, d: 3, k: 10, norm: 0 },
  { psi: relu, d: 3, k: 10, norm: 1 },
  { psi: relu, d: 3, k: 10, coefficients: "gaussian" },
  { psi: relu, d: 3, k: [10, 4], norm: 1 },
  { psi: relu, d: 3, k: 10, bias: 1 },
  { psi: relu, d: 3, k: 2 ** 40 },
  { psi: tanh, d: 3, k: 10 },
  { psi: tanh, d: 3, k: 2 ** 40 },
  { psi: tanh, d: 3, k: 10, norm: 1 },
  { psi: tanh, d: 3, k: 10, norm: 0 },
  { psi: tanh, d: 3, k: 2 ** 14, norm: 1 },
  { psi: tanh, d: 3, k: 2 ** 14 - 1, norm: 1 },
  { psi: tanh, d: 3, k: [10, 2 ** 14, 5] },
  { psi: tanh, d: 3, k: [10, 2 ** 14 - 1, 5] },
  { psi: tanh, d: 3, k: 10, bias: 0 },
  { psi: tanh, d: 3, k: 2 ** 32, bias: 0 },
  { psi: tanh, d: 3, k: 2 ** 32, norm: 1 },
  { psi: tanh, d: 3, k: [10, 10], bias: 1 },
  { psi: tanh, d: 3, k: [10, 10], norm: 0 },
  { psi: tanh, d: 3, k: 10, depth: 2, coefficients: "gaussian" },
  { psi: jumping, d: 3, k: 10 },
  { psi: jumping, d: 3, k: 2 ** 32 },
  { psi: jumping, d: 3, k: 2 ** 15, depth: 2 },
];

test("which laws can draw which settings, what they cost, and which one is taken", () => {
  const rows = SETTINGS.map((setting) => {
    const complete = completeSetting(setting, { bias: true });
    const able = laws.filter((law) => law.canDraw(complete));
    const costs = able.map((law) => `${law.name} ${law.cost(complete)}`);
    expect(lineCost(setting)).toBe(Math.min(Infinity, ...able.map((law) => law.cost(complete))));
    const { psi, d, k, depth, norm, bias } = complete;
    return `${psi.id} ${d} ${String(k)} ${depth} ${norm} ${bias} ${complete.coefficients}: ${costs.join(", ")}`;
  });
  expect(rows).toMatchSnapshot();
  expect(laws.map(({ name, sloped }) => `${name}: ${sloped}`)).toMatchSnapshot();
});

// Pinned to the last bit: a draw that changes must be seen.
test("draws by the law that is taken, and by the one with slopes, to the last bit", () => {
  const rows: string[] = [];
  for (const [n, setting] of SETTINGS.entries()) {
    const complete = completeSetting(setting, { bias: true });
    if (complete.widths.some((width) => width > 2 ** 16)) continue;
    if (lineCost(setting) < Infinity) {
      const line = drawLine(setting, streams(n));
      rows.push(`${n}: ${exactly({ value: line.value, norm: line.gradientNorm, values: valuesOf(line, [0, 1, -3]) })}`);
    } else expect(() => drawLine(setting, streams(n))).toThrow("no law draws tanh with d = 3, k = 10,10, depth 2, ");
    if (complete.depth > 1) continue;
    const sloped = drawSlopedLine({ ...setting, k: complete.widths[0] }, streams(n));
    rows.push(exactly({ value: sloped.value, values: valuesOf(sloped, [0, 1, -3]), slopes: sloped.slopes([0, 1]) }));
  }
  expect(rows).toMatchSnapshot();
});

test("what no law can draw is named in full", () => {
  const message =
    "no law draws jumping with d = 3, k = 4294967296, depth 1, norm 1.7320508075688772 and bias null: k must be at most 2^31 unless psi has a kernel; with more layers norm must be > 0, and bias null";
  expect(() => drawLine(SETTINGS[22], streams(0))).toThrow(new RangeError(message));
  expect(() => drawSlopedLine({ psi: jumping, d: 3, k: 2 ** 32 }, streams(0))).toThrow(new RangeError(message));
  expect(lineCost(SETTINGS[22])).toBe(Infinity);
  expect(() => drawLine({ psi: gelu, d: 0, k: 1 }, streams(0))).toThrow("d is 0; it must be an integer in [1, 2^53]");
});
