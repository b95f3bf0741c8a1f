import { expect, test } from "vitest";
import { tanh } from "../../activations/tanh.js";
import { keyedStreams } from "../../chance/streams.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { DEFERRED_DOUBT, drawDeferredNeighbourhood } from "./deferred-neighbourhood.js";
import { drawFramedNeighbourhood } from "./framed-neighbourhood.js";
import { gaussianNormBound, gaussianRowBound } from "./gaussian-norm-bound.js";

const streams = keyedStreams({ seed: "unseen", sampler: "test", parameters: {} });

// Pinned to the last bit: an error bound that changes must be seen.
test.each([
  ["deferred", drawDeferredNeighbourhood, 70],
  ["framed", drawFramedNeighbourhood, 2 ** 53],
] as const)("what is known of weights that are not in memory: %s", (_, draw, most) => {
  const rows: string[] = [];
  for (const d of [1, 2, 63, 64, 65, most])
    for (const k of [1, 3, 9]) {
      const around = draw(tanh, { d, k }, streams(k));
      const { activation, coefficients, x, preActivations, rounding, size, operatorNorm, rowNorms } = around;
      const v = x.map((_t, i) => (i < 2 ? 1 : 0));
      const s = Float64Array.from({ length: k }, (_t, i) => Math.cos(i));
      const image = around.product(v);
      const back = around.transposedProduct(s);
      rows.push(`${d} ${k}: ${exactly({ coefficients, x, preActivations, rounding, size, rowNorms, image, back })}`);
      expect(activation).toBe(tanh);
      expect([around.d, around.k, around.weights]).toEqual([d, k, null]);
      expect(operatorNorm).toEqual({ lower: 0, upper: gaussianNormBound(k, d, DEFERRED_DOUBT / 2) });
      expect(size).toBe(operatorNorm.upper);
      expect(rowNorms[k - 1]).toBe(Math.min(size, gaussianRowBound(k, d, DEFERRED_DOUBT / 2)));
      expect(Math.hypot(...x) / Math.sqrt(d)).toBeCloseTo(1, 12);
      // It is one matrix: Wᵀs·v = s·Wv.
      const [left, right] = [
        back.reduce((sum, t, i) => sum + t * v[i], 0),
        s.reduce((sum, t, i) => sum + t * image[i], 0),
      ];
      expect(left).toBeCloseTo(right, 10);
    }
  expect(rows).toMatchSnapshot();
  expect(DEFERRED_DOUBT).toBe(1e-15);
});
