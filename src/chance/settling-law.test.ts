import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { settlingLaw } from "./settling-law.js";

const ends = {
  never: () => ({ few: -1, many: Infinity }),
  narrow: (n: number) => ({ few: Math.floor(n / 4) - 12, many: Math.ceil(n / 2) + 3 }),
  always: () => ({ few: 3, many: 4 }),
};
const at = (kind: keyof typeof ends, probability: number, draws: number) =>
  settlingLaw({ probability, draws, endsAt: ends[kind] });

test("chances add up to 1, and one look's are the binomial law's", () => {
  for (const p of [0, 0.3, 1]) {
    const { few, many, inconclusive } = at("narrow", p, 1000);
    expect(few + many + inconclusive).toBeCloseTo(1, 12);
  }
  const { few, many, mean } = at("always", 0.5, 64);
  // P(Bin(64, ½) ≤ 3) = (1 + 64 + 2016 + 41664)/2^64.
  expect(few / (43745 / 2 ** 64)).toBeCloseTo(1, 11);
  expect([many, mean]).toEqual([expect.closeTo(1, 12), 64]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this", () => {
  const calls = (["never", "narrow", "always"] as const).flatMap((kind) =>
    [0, 1e-9, 0.3, 0.5, 1].flatMap((p) => [1, 64, 65, 640].map((draws) => [kind, p, draws] as const)),
  );
  expect(callTable(at, calls)).toMatchSnapshot();
});
