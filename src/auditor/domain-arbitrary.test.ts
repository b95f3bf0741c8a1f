import fc from "fast-check";
import { expect, test } from "vitest";
import { domainArbitrary } from "./domain-arbitrary.js";
import { openInterval, positiveReals } from "./domains.js";

test("powers of ten are rounded to twelve digits, since versions of V8 differ in the last place", () => {
  for (const domain of [openInterval(0, 1), positiveReals()]) {
    const drawn = fc.sample(domainArbitrary(fc, domain, 100)!, { seed: 1, numRuns: 2000 }).map(Number);
    const small = drawn.filter((x) => x > 0 && x < 0.3);
    expect(small.length).toBeGreaterThan(200);
    for (const x of small) expect(Number(x.toPrecision(12))).toBe(x);
    // Among them some that a power itself is not.
    expect(small).toContain(0.177827941004);
  }
});
