import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { compressedHessian, hessianKrylov } from "./hessian-krylov.js";

const streams = keyedStreams({ seed: "krylov", sampler: "test", parameters: {} });

// Pinned to the last bit: an error bound that changes must be seen.
test("images of Krylov vectors, to the last bit, no more than there are dimensions and neurons", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 4],
    [2, 1],
    [2, 5],
    [3, 2],
    [9, 9],
    [2 ** 53, 40],
  ])
    for (const products of [0, 1, 3, 6]) {
      const u = Float64Array.from({ length: k }, (_, i) => Math.sin(2 + 3 * i));
      const c = Float64Array.from({ length: k }, (_, i) => Math.cos(1 + 5 * i));
      const images = hessianKrylov({ d, u, c }, products, streams(k));
      const T = compressedHessian(images, c);
      rows.push(`${d} ${k} ${products}: ${exactly([...images, T])}`);
      const n = images.length;
      expect(n).toBeLessThanOrEqual(Math.min(d, k + 1, products + 1));
      expect(images[0]).toEqual(u.map((t) => t * (1 / Math.sqrt(d))));
      // Krylov space: the compression is tridiagonal but for rounding, and symmetric.
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          expect(T[i * n + j]).toBe(T[j * n + i]);
          if (Math.abs(i - j) > 1) expect(Math.abs(T[i * n + j])).toBeLessThan(1e-12);
          expect(T[i * n + j]).toBeCloseTo(
            c.reduce((sum, t, l) => sum + t * images[i][l] * images[j][l], 0),
            12,
          );
        }
    }
  expect(rows).toMatchSnapshot();
});

test("it ends where c is 0", () => {
  const u = Float64Array.of(1, 2);
  expect(hessianKrylov({ d: 5, u, c: new Float64Array(2) }, 4, streams(0))).toHaveLength(1);
});
