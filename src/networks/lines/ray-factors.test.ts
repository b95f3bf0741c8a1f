import { expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { completeSetting } from "../setting.js";
import { canDrawRayFast } from "./ray-draw-fast.js";
import { rayFactors } from "./ray-factors.js";
import { pointsOfRayFast, strideOf, vectorsThatFit } from "./ray-room.js";

/** h and points in space, the differences from their parents, and their Gram matrix. */
function gramOf(h: readonly number[], points: readonly (readonly number[])[], parents: readonly number[]) {
  const differences = points.map((p, i) => p.map((t, j) => t - (parents[i] === 0 ? h : points[parents[i] - 1])[j]));
  const all = [h, ...differences];
  return (p: number, q: number) => all[p].reduce((sum, t, j) => sum + t * all[q][j], 0);
}

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, t, i) => sum + t * y[i], 0);

// Pinned to the last bit: a factor that changes must be seen.
test("points split into a part along h and a factor of the Gram matrix of the rest, to the last bit", () => {
  const h = [1, 2, -1, 0.5];
  const points = [
    [1.1, 2, -1, 0.4],
    [0, 2, 3, 1],
    [0.1, 2, 3, 1.5],
    [2, 4, -2, 1],
    [1.1, 2, -1, 0.4],
  ];
  const rows: string[] = [];
  for (const parents of [
    [0, 0, 0, 0, 0],
    [0, 1, 2, 0, 1],
    [0, 1, 2, 3, 4],
  ]) {
    const { along, across } = rayFactors(gramOf(h, points, parents), parents);
    rows.push(exactly({ along, across }));
    const square = dot(h, h);
    for (const [i, p] of points.entries()) {
      expect(along[i]).toBeCloseTo(dot(p, h) / square, 12);
      for (const [j, q] of points.entries())
        expect(dot(across[i], across[j]) + along[i] * along[j] * square).toBeCloseTo(dot(p, q), 6);
    }
    // The fourth is along h, the fifth is the first again.
    expect(Math.abs(across[3][3])).toBe(0);
  }
  expect(rows).toMatchSnapshot();
});

test("where h is 0, all is across it", () => {
  const points = [
    [1, 2],
    [0, 0],
  ];
  const { along, across } = rayFactors(gramOf([0, 0], points, [0, 0]), [0, 0]);
  expect(along).toEqual([1, 1]);
  expect(across[0][0]).toBeCloseTo(Math.sqrt(5), 14);
  expect(across[1]).toEqual([0, 0]);
});

test("room for vectors: whole blocks of the widest layer, in 4 GiB", () => {
  expect([1, 256, 257, [3, 600, 5]].map(strideOf)).toEqual([2048, 2048, 4096, 6144]);
  const rows = [
    { k: 1, depth: 1 },
    { k: 2 ** 21, depth: 1 },
    { k: 3_000_000, depth: 6 },
    { k: [5, 4_000_000], depth: 2 },
    { k: 2 ** 26, depth: 3 },
    { k: 2 ** 29, depth: 1 },
  ].map((sizes) => [vectorsThatFit(sizes), pointsOfRayFast(sizes), canDrawRayFast({ psi: tanh, ...sizes })]);
  expect(rows).toMatchSnapshot();
  // 2³² − 2²⁴ bytes less what lies before the vectors.
  expect(vectorsThatFit({ k: 256, depth: 1 })).toBe(Math.floor((2 ** 32 - 2 ** 24 - 1_123_904) / 2048) - 2);
  expect(canDrawRayFast({ ...completeSetting({ psi: tanh, d: 2, k: 9 }) })).toBe(true);
});
