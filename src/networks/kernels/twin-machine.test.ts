import { describe, expect, test } from "vitest";
import { gelu } from "../../activations/gelu.js";
import { relu } from "../../activations/relu.js";
import { sign } from "../../activations/sign.js";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { sameBits } from "../testing/same-bits.js";
import { addTo } from "./add-to.js";
import {
  DEEP_ALONG,
  DEEP_BETA,
  DEEP_C,
  DEEP_PARENTS,
  DEEP_STREAM_BYTES,
  DEEP_STREAMS,
  DEEP_SUMS,
  DEEP_VECTORS,
  MOST_POINTS,
} from "./deep-layout.js";
import {
  BLOCK_STRIDE,
  BLOCKS,
  ETAS,
  RAY_SUMS,
  RELU_SUMS,
  STREAM_COMPONENTS,
  STREAM_U,
  STREAM_XI,
  SUMS,
} from "./layout.js";
import type { Machine, RayPass } from "./machine.js";
import { psiKernel } from "./psi-kernel.js";
import { normalState } from "./seed-state.js";
import { twinMachine } from "./twin-machine.js";
import { wasmMachine } from "./wasm-machine.js";

const streams = keyedStreams({ seed: "twin", sampler: "machines", parameters: {} })(0);
const [kernel, twin] = [wasmMachine(BLOCKS)!, twinMachine(BLOCKS)];
const SIZES = [0, 1, 2, 3, 31, 32, 33, 255, 256, 257, 600];
const PSIS = [tanh, gelu, relu, sign];

/** Both machines after the same calls: what `seen` reads of them. */
function both(seen: (machine: Machine) => readonly Float64Array[]): void {
  const [one, other] = [kernel, twin].map((machine) => {
    machine.reserve(DEEP_VECTORS + 2 ** 17);
    for (const [at, name] of [
      [STREAM_U, "u"],
      [STREAM_XI, "xi"],
      [STREAM_COMPONENTS, "components"],
    ] as const)
      machine.i32.set(normalState(streams(name)), at / 4);
    machine.f64.fill(0, SUMS / 8, RELU_SUMS / 8 + 60);
    return seen(machine).map((v) => v.slice());
  });
  expect(one.length).toBe(other.length);
  // Far faster on long ones than toEqual.
  expect(one.map((v, i) => sameBits(v, other[i])).indexOf(false)).toBe(-1);
}

const at = ({ f64 }: Machine, byte: number, count: number) => f64.subarray(byte / 8, byte / 8 + count);
const states = ({ f64 }: Machine) => f64.subarray(STREAM_U / 8, STREAM_COMPONENTS / 8 + 18);
/** Entries of both signs, zeros among them. */
const numbers = (count: number, n: number) =>
  Float64Array.from({ length: count }, (_, i) => (i % 17 === 5 ? (i % 2 ? 0 : -0) : Math.sin(n + 3 * i) * 2));

describe("kernel and twin leave the same bits", () => {
  test.each(SIZES)("of %d normal variables, collected, summed, sifted and moved", (count) => {
    const fours = (count + 3) & ~3;
    both((machine) => {
      machine.fill(BLOCKS, fours, STREAM_U);
      const found = machine.collect(count, 0.7, BLOCKS + 8192);
      return [at(machine, BLOCKS, fours), at(machine, BLOCKS + 8192, found), at(machine, SUMS, 10), states(machine)];
    });
    const [x, y] = [BLOCKS, BLOCKS + 8192];
    for (const far of [0, 1])
      both((machine) => {
        machine.f64.set(numbers(count, 1), x / 8);
        machine.f64.set(numbers(count, 2), y / 8);
        machine.addUp(x, count, RELU_SUMS);
        machine.shiftedRay(x, y, count, 0.3, -1.5, 0.7, 0.1);
        for (const [i, eta] of [0, 0.4, -3].entries())
          machine.flipped(x, y, count, eta, far ? -1 : 1, RELU_SUMS + 16 * (1 + 3 * i));
        const before = [
          at(machine, x, count).slice(),
          at(machine, y, count).slice(),
          at(machine, RELU_SUMS, 40).slice(),
        ];
        const pairs = machine.siftPairs(x, y, count, 0.4);
        const left = machine.sift(x, pairs, 0.9, far);
        return [...before, at(machine, x, left), at(machine, y, pairs), Float64Array.of(pairs, left)];
      });
  });

  test.each(PSIS)("of passes over blocks, $id", (psi) => {
    const { kind } = psiKernel(psi)!;
    for (const neurons of SIZES.slice(1))
      for (const stride of [0, BLOCK_STRIDE])
        for (const slopes of [true, false])
          both((machine) => {
            machine.usePsi(psiKernel(psi)!);
            machine.f64.set([0.5, -2, 1e3], ETAS / 8);
            const blocks = { sign: slopes ? 1 : -1, first: 15, neurons, start: BLOCKS, stride };
            machine.passOne(kind, blocks);
            const ray = { alpha: 0.3, along: -0.4, spread: 1.1, etas: 3, slopes };
            const found: RayPass["found"] = stride > 0 ? "u and slopes" : "nothing";
            if (stride === 0) machine.i32.set(normalState(streams("u")), STREAM_U / 4);
            machine.i32.set(normalState(streams("components")), STREAM_COMPONENTS / 4);
            machine.passTwo(kind, blocks, { ...ray, found });
            const seen = [at(machine, SUMS, 10).slice(), at(machine, RAY_SUMS, 34).slice()];
            if (stride > 0) machine.passTwo(kind, blocks, { ...ray, found: "u and v", etas: 2 });
            return [...seen, at(machine, RAY_SUMS, 34), states(machine)];
          });
  });

  test.each(PSIS)("of activations and deep passes, $id", (psi) => {
    const { kind } = psiKernel(psi)!;
    both((machine) => {
      machine.usePsi(psiKernel(psi)!);
      machine.f64.set(
        numbers(256, 4).map((t, i) => (i % 9 === 0 ? 40 * t : t)),
        BLOCKS / 8,
      );
      machine.activate(kind, BLOCKS, BLOCKS + 2048, BLOCKS + 4096);
      return [at(machine, BLOCKS, 768)];
    });
    const stride = 3 * 2048;
    const [z, up, points] = [DEEP_VECTORS, DEEP_VECTORS + stride, DEEP_VECTORS + 2 * stride];
    for (const count of [1, 255, 256, 600])
      for (const from of [0, 2])
        both((machine) => {
          machine.usePsi(psiKernel(psi)!);
          const { f64, i32 } = machine;
          f64.fill(0, DEEP_SUMS / 8, DEEP_SUMS / 8 + 80);
          f64.fill(0, DEEP_VECTORS / 8, DEEP_VECTORS / 8 + 2 ** 14);
          const seen: Float64Array[] = [];
          const keep = () => seen.push(at(machine, DEEP_SUMS, 80).slice(), at(machine, z, 6 * 768).slice());
          machine.deepForward(kind, count, z, up, 0.8, from === 0 ? 1 : 0);
          keep();
          machine.deepBackward(kind, count, z, up, 0.5, -0.2);
          keep();
          for (let j = 0; j < 3; j++)
            i32.set(normalState(streams(`fresh${j}`)), (DEEP_STREAMS + j * DEEP_STREAM_BYTES) / 4);
          for (let i = 0; i < 4; i++) {
            f64.set(
              [0.1, 0, -0.7 * i].map((c) => c + i),
              DEEP_C / 8 + i * MOST_POINTS,
            );
            f64[DEEP_ALONG / 8 + i] = 1 + i / 3;
            f64[DEEP_BETA / 8 + i] = 0.2 - i;
          }
          f64[DEEP_C / 8 + 1] = 0;
          i32.set([0, 1, 0, 3], DEEP_PARENTS / 4);
          machine.deepPoints(kind, count, z, up, points, stride, from, 4, 3);
          keep();
          machine.deepOutputs(kind, count, z, up, points, stride, from, 4, 0);
          keep();
          machine.deepOutputs(kind, count, z, up, points, stride, from, 4, 1);
          keep();
          return seen;
        });
  });
});

describe.each([wasmMachine(BLOCKS)!, twinMachine(BLOCKS)])("a fresh $name", (machine) => {
  test("knows no activation, grows as asked, keeping what is there, and belongs to nobody", () => {
    expect(machine.keeper).toBeNull();
    machine.f64[BLOCKS / 8 - 1] = 7;
    machine.f64.fill(1e9, SUMS / 8, SUMS / 8 + 2);
    const blocks = { sign: 1, first: 0, neurons: 4, start: BLOCKS, stride: 0 };
    machine.reserve(BLOCKS + 8192);
    expect(machine.f64[BLOCKS / 8 - 1]).toBe(7);
    expect(machine.f64.byteLength).toBeGreaterThanOrEqual(BLOCKS + 8192);
    expect(machine.i32.buffer).toBe(machine.f64.buffer);
    const before = machine.f64;
    machine.reserve(8);
    expect(machine.f64).toBe(before);
    machine.f64.fill(50, BLOCKS / 8, BLOCKS / 8 + 256);
    const call = () => machine.activate(0, BLOCKS, BLOCKS + 2048, BLOCKS + 4096);
    if (machine.name === "twin") {
      expect(call).toThrow(new Error("no activation is in use"));
      expect(() => machine.passOne(0, blocks)).toThrow(new Error("no activation is in use"));
    } else expect(call).toThrow("no activation is in use");
    machine.usePsi(psiKernel(tanh)!);
    machine.usePsi(psiKernel(tanh)!);
    call();
    // Beyond the table the activation's own functions answer.
    expect([machine.f64[BLOCKS / 8 + 256], machine.f64[BLOCKS / 8 + 512]]).toEqual([1, tanh.derivative(50)]);
    machine.usePsi(psiKernel(gelu)!);
    call();
    expect([machine.f64[BLOCKS / 8 + 256], machine.f64[BLOCKS / 8 + 512]]).toEqual([50, 1]);
  });
});

test("sums keep what they lose", () => {
  const memory = { f64: new Float64Array(4), i32: new Int32Array(8) };
  for (const x of [1e16, 1, -1e16, 2 ** -60, 1]) addTo(memory, 16, x);
  expect([...memory.f64]).toEqual([0, 0, 1, 1 + 2 ** -60]);
});

// Pinned to the last bit: a draw that changes must be seen.
test("states and normal variables of a stream, to the last bit", () => {
  expect([...normalState(streams("state"))]).toMatchSnapshot();
  kernel.i32.set(normalState(streams("long")), STREAM_U / 4);
  kernel.reserve(BLOCKS + 8 * 40_000);
  kernel.fill(BLOCKS, 40_000, STREAM_U);
  const drawn = at(kernel, BLOCKS, 40_000);
  expect(exactly(drawn.slice())).toMatchSnapshot();
  expect(Math.abs(drawn.reduce((sum, t) => sum + t * t, 0) / 40_000 - 1)).toBeLessThan(0.05);
});
