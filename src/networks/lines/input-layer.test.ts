import { expect, test } from "vitest";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { dot } from "../dense-products.js";
import { drawCoordinates } from "./input-coordinates.js";
import { drawInputLayer } from "./input-layer.js";

const streams = keyedStreams({ seed: "inputs", sampler: "pinned", parameters: {} });

// Pinned to the last bit: an error bound that changes must be seen.
test("coordinates of inputs, to the last bit: unit vectors, each with one new coordinate as long as there is room", () => {
  const rows: string[] = [];
  for (const d of [1, 2, 5, 2 ** 53]) {
    const columns = drawCoordinates(d, 4, streams(1));
    rows.push(`${d}: ${exactly(columns)}`);
    for (const [j, column] of columns.entries()) {
      expect(column).toHaveLength(Math.min(j + 1, d));
      expect(Math.hypot(...column)).toBeCloseTo(1, 14);
      if (j < d) expect(column[j]).toBeGreaterThan(0);
    }
  }
  expect(rows).toMatchSnapshot();
});

test("a first layer from several inputs, to the last bit; products of Wᵀb with x, and of two of them, agree both ways", () => {
  const rows: string[] = [];
  for (const d of [1, 2, 3, 4, 9, 2 ** 40])
    for (const k of [1, 2, 5])
      for (const inputs of [1, 3]) {
        const layer = drawInputLayer({ d, k, norm: 2, inputs }, streams(k));
        const b = (n: number) => Float64Array.from({ length: k }, (_, i) => Math.cos(n + 2 * i));
        const bs = [b(0), b(1), b(0).map((t, i) => 2 * t - b(1)[i]), new Float64Array(k)];
        const seen = layer.transposed(bs);
        rows.push(
          `${d} ${k} ${inputs}: ${exactly([...layer.images, ...seen.map(({ norm, image }) => [norm, image] as const)])}`,
        );
        for (const [n, { norm, image }] of seen.entries()) {
          // b·WWᵀb = ‖Wᵀb‖², and WWᵀ is symmetric and linear.
          expect(Math.abs(dot(bs[n], image) - norm ** 2)).toBeLessThan(1e-11 * (1 + norm ** 2));
          for (let m = 0; m < n; m++) expect(dot(bs[m], image)).toBeCloseTo(dot(bs[n], seen[m].image), 9);
        }
        for (let i = 0; i < k; i++) expect(seen[2].image[i]).toBeCloseTo(2 * seen[0].image[i] - seen[1].image[i], 9);
        expect(seen[3].norm).toBe(0);
      }
  expect(rows).toMatchSnapshot();
});
