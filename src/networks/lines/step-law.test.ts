import { expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { fillNormal } from "../../chance/normal.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { fillNormalFast } from "../kernels/fill-normal-fast.js";
import { fillNormals } from "./fill-normals.js";
import { drawLayer, gradientWeights, normals } from "./one-step-layer.js";
import { CHUNK, fours, MANY_CHUNKS } from "./relu-setting.js";
import { stepLaw } from "./step-law.js";

const streams = keyedStreams({ seed: "step", sampler: "pinned", parameters: {} });
const vector = (k: number, at: number) => Float64Array.from({ length: k }, (_, i) => Math.sin(at + 3 * i));

// Pinned to the last bit: a draw that changes must be seen.
test("steps, to the last bit: v·s is the square of their length, however many directions there are", () => {
  const rows: string[] = [];
  for (const k of [1, 2, 6])
    for (const lines of [0, 1, 2])
      for (const degrees of [0, 1, 9]) {
        const s = vector(k, 1);
        const y = Array.from({ length: lines }, (_, j) => vector(k, 2 + j));
        const { norm, v } = stepLaw({ d: lines + degrees + 1, y, s, degrees }, streams(k));
        const image = v();
        rows.push(`${k} ${lines} ${degrees}: ${exactly({ norm, image })}`);
        expect(image.reduce((sum, t, i) => sum + t * s[i], 0)).toBeCloseTo(norm ** 2, 12);
        if (lines === 0 && degrees === 0) expect(norm).toBe(0);
      }
  expect(rows).toMatchSnapshot();
  const none = stepLaw({ d: 5, y: [vector(3, 1)], s: new Float64Array(3), degrees: 4 }, streams(0));
  expect([none.norm, none.v()]).toEqual([0, new Float64Array(3)]);
});

test("layers as seen from x, to the last bit, with u = scale·z and ∇f = Wᵀs", () => {
  for (const coefficients of ["rademacher", "gaussian"] as const)
    for (const scale of [1, 0.5, 0]) {
      const layer = drawLayer({ k: 5, coefficients, scale }, streams(1));
      expect(exactly({ ...layer })).toMatchSnapshot();
      expect(layer.u).toEqual(layer.z.map((t) => scale * t));
      if (scale === 1) expect(layer.u).toBe(layer.z);
      expect(layer.a.every((t) => Math.abs(t) === 1)).toBe(coefficients === "rademacher");
      const s = gradientWeights({ ...tanh, derivative: (t: number) => 2 * t }, layer);
      for (let i = 0; i < 5; i++) expect(s[i]).toBeCloseTo((layer.a[i] * 2 * layer.u[i]) / Math.sqrt(5), 14);
    }
});

test("normal variables come from the kernel from 128 on", () => {
  for (const [n, fill] of [
    [127, fillNormal],
    [128, fillNormalFast],
  ] as const) {
    const [one, other] = [new Float64Array(n), new Float64Array(n)];
    fillNormals(one, streams(2)("u"));
    fill(other, streams(2)("u"));
    expect(one).toEqual(other);
  }
  const plain = new Float64Array(300);
  fillNormal(plain, streams(3)("u"));
  expect(normals(300, streams(3)("u"))).toEqual(plain);
});

test("chunks are whole fours", () => {
  expect([0, 1, 3, 4, 5, CHUNK].map(fours)).toEqual([0, 4, 4, 4, 8, CHUNK]);
  expect(CHUNK * MANY_CHUNKS).toBe(2 ** 20);
});
