import { resolveActivation } from "lemmacheck/activations";
import { gaussianNormBound, logFlipsTail, neighbourhood, neighbourhoodDoubt, variationTail } from "lemmacheck/networks";
import { keyedStreams } from "lemmacheck/statistics";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import {
  flipsFail,
  isDrawn,
  observedReluFlips,
  observedReluVariation,
  reluDoubt,
  times,
  trivialReluVariation,
  variationFails,
} from "./relu-ball.js";

const psi = resolveActivation("relu");
const dear = { psi, d: 1e9, k: 1e6, gamma: 0.05, radius: 3 };
const cheap = { psi, d: 40, k: 30, gamma: 0.05, radius: 0.4 };

describe("what is known for the law alone", () => {
  test("is asked for where a draw costs more than three million Gaussians", () => {
    // Beyond memory a draw costs 8000 + 100k.
    const at = (k: number) => isDrawn({ ...dear, k });
    expect([at(29_920), at(29_921), isDrawn(cheap), isDrawn(dear)]).toEqual([true, false, true, false]);
    expect(neighbourhood.cost({ ...dear, k: 29_920 })).toBe(3e6);
    expect([variationFails(cheap, 1), flipsFail(cheap, 1)]).toEqual([null, null]);
  });

  test("is an upper bound and no lower one: of a variation above a bound, of more flips than whole numbers below it", () => {
    const { logUpper, ...rest } = variationFails(dear, 0.3) ?? { logUpper: NaN, logLower: NaN };
    expect([logUpper, rest.logLower]).toEqual([variationTail(dear)(0.3), -Infinity]);
    for (const bound of [100, 100.7])
      expect(flipsFail(dear, bound)).toEqual({ logLower: -Infinity, logUpper: logFlipsTail(dear, 101) });
  });
});

test("a sixteenth of γ may be used up, and what a draw itself may miss", () => {
  expect(reluDoubt(cheap)).toBe(0.05 / 16);
  expect(reluDoubt(dear)).toBe(0.05 / 16 + neighbourhoodDoubt(dear));
  expect(neighbourhoodDoubt(dear)).toBeGreaterThan(0);
});

test("without it no more is known than ‖W‖", () => {
  expect(trivialReluVariation(cheap)).toBe(gaussianNormBound(30, 40, 0.05));
});

test("both ends of an enclosure are multiplied", () => {
  expect(times({ lower: 2, upper: 3 }, 5)).toEqual({ lower: 10, upper: 15 });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("variations and flips of draws, and tails of dear ones", () => {
  const drawn = [cheap, { ...cheap, radius: 2 }, { ...cheap, d: 3, k: 100, radius: 1 }].flatMap((given) =>
    [0, 1].map((i) => {
      const draw = neighbourhood.draw(given, keyedStreams({ seed: "ball", sampler: "t", parameters: {} })(i));
      const [variation, flips] = [observedReluVariation(draw, given), observedReluFlips(draw, given)];
      expect(variation.lower).toBeLessThanOrEqual(variation.upper);
      expect(flips.lower).toBeLessThanOrEqual(flips.upper);
      expect(flips.upper).toBeLessThanOrEqual(given.k);
      return [given.d, given.radius, variation, flips];
    }),
  );
  const tails = [0.1, 0.3, 2].map((bound) => [bound, variationFails(dear, bound), flipsFail(dear, bound * 1e4)]);
  expect(exactLines([...drawn, ...tails])).toMatchSnapshot();
});
