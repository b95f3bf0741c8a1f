import { describe, expect, test } from "vitest";
import { allowedBy, allowedText } from "./allowed.js";
import { madeUp } from "./testing/made-up.js";

const given = { gamma: 0.1 };
const point = (probability: number) => ({
  probability,
  logLower: Math.log(probability),
  logUpper: Math.log(probability),
});

describe("what a statement allows", () => {
  test("is γ, unless the claim says otherwise, or its form, or its mutant", () => {
    expect(allowedBy(madeUp(), given)).toEqual(point(0.1));
    expect(allowedBy(madeUp({ allows: () => 0.2 }), given)).toEqual(point(0.2));
    const own = { allows: () => 0.3 };
    expect(allowedBy(madeUp({ allows: () => 0.2 }), given, [own])).toEqual(point(0.3));
    expect(allowedBy(madeUp(), given, [own, { allows: () => 0.4 }])).toEqual(point(0.4));
    expect(allowedBy(madeUp(), given, [own, undefined, {}])).toEqual(point(0.3));
    expect(allowedBy(madeUp({ kind: "deterministic" }), given)).toBeNull();
  });

  test("may be below every double, and then is known by its logarithm", () => {
    const log = { logAllows: () => -5000 };
    expect(allowedBy(madeUp(log), given)).toEqual({ probability: 0, logLower: -5000, logUpper: -5000 });
    expect(allowedBy(madeUp({ allows: () => 0.2 }), given, [log])).toMatchObject({ logUpper: -5000 });
    expect(allowedBy(madeUp({ logAllows: () => 1000 }), given)).toMatchObject({ probability: Number.MAX_VALUE });
    expect(allowedBy(madeUp({ logAllows: () => -Infinity }), given)).toMatchObject({ probability: 0 });
  });

  test("is told from nothing where doubles end", () => {
    const least = Math.log(2 ** -1022);
    expect(allowedBy(madeUp({ allows: () => 0 }), given)).toEqual({
      probability: 0,
      logLower: -Infinity,
      logUpper: least,
    });
    expect(allowedBy(madeUp({ allows: () => 2 ** -1023 }), given)?.logLower).toBe(-Infinity);
    expect(allowedBy(madeUp({ allows: () => 2 ** -1022 }), given)).toEqual(point(2 ** -1022));
    expect(allowedBy(madeUp({ allows: () => 3 }), given)).toEqual(point(3));
  });

  test.each([-0.1, Infinity, Number.NaN, "0.1", null])("is refused: %j", (x) => {
    expect(() => allowedBy(madeUp({ allows: () => x }), given)).toThrow(
      /^the failure probability is .*; it must be a finite number ≥ 0$/,
    );
  });

  test.each([Infinity, Number.NaN, "1"])("its logarithm is refused: %j", (x) => {
    expect(() => allowedBy(madeUp({ logAllows: () => x }), given)).toThrow(
      /^the failure probability has the logarithm .*; it must be a number$/,
    );
  });
});

test("reasons speak of it as γ, or as what is allowed", () => {
  expect(allowedText(madeUp(), point(0.1))).toBe("gamma = 0.1");
  expect(allowedText(madeUp({ allows: () => 0.25 }), point(0.25))).toBe("the 0.25 that is allowed");
  expect(allowedText(madeUp({ logAllows: () => -5000 }), { probability: 0, logLower: -5000, logUpper: -5000 })).toBe(
    "the 10^-2171.5 that is allowed",
  );
  expect(allowedText(madeUp({ allows: () => 0 }), { probability: 0, logLower: -Infinity, logUpper: -708 })).toBe(
    "the 0 that is allowed",
  );
  expect(allowedText(madeUp({ kind: "mean" }), point(0.25))).toBe("the 0.25 that is allowed");
});
