import { expect, test } from "vitest";
import { isSimpler, isSimplerShare, simplerNumbers, simplerShares } from "./simplicity.js";

test("fewer digits are simpler, then powers of ten, then what is nearer to 1", () => {
  expect(isSimpler(1e-4, 1.37e-4)).toBe(true);
  expect(isSimpler(0.1, 0.05)).toBe(true);
  expect(isSimpler(0.05, 0.03)).toBe(true);
  expect(isSimpler(10, 1e6)).toBe(true);
  expect(isSimpler(7, 7)).toBe(false);
});

test("shares are read from the nearer end", () => {
  expect(isSimplerShare(0.5, 0.1)).toBe(true);
  expect(isSimplerShare(0.1, 0.9)).toBe(true);
  expect(isSimplerShare(0.999, 0.37)).toBe(true);
  expect(isSimplerShare(1 - 1e-7, 1 - 5e-10)).toBe(true);
});

test("an order without cycles: whatever is simpler than something simpler is simpler", () => {
  for (const start of [0.37, 1.37e-4, 0.99972, 1 - 5e-10, 3.1e-200]) {
    let [at, steps] = [start, 0];
    for (let next = simplerShares(at).at(-1); next !== undefined; next = simplerShares(at).at(-1)) {
      expect(isSimplerShare(next, at)).toBe(true);
      at = next;
      expect(++steps).toBeLessThan(2000);
    }
    expect(at).toBe(0.5);
  }
});

test("simpler numbers come simplest first, and none is the number itself", () => {
  expect(simplerNumbers(1.37e-4).slice(0, 4)).toEqual([1, 0.1, 0.01, 1e-3]);
  expect(simplerNumbers(1.37e-4)).toContain(1.3e-4);
  expect(simplerNumbers(1)).toEqual([]);
  for (const x of [5, 0.02, 123, 4.5e-7]) for (const y of simplerNumbers(x)) expect(isSimpler(y, x)).toBe(true);
});

// Pinned to the last bit: the order in which simpler values are tried decides what is found.
test("simpler numbers and shares, in their order", () => {
  const numbers = [
    1, 2, 5, 10, 0.1, 0.05, 137, 1.37e-4, 98765.4321, 0.999, 3.1e200, 4.9e-324, 1e22, 1.7000000000000002,
  ];
  const shares = [0.5, 0.1, 0.9, 0.37, 0.63, 0.999, 1 - 2 ** -53, 1e-9, 5e-324, 0.4999999, 0.5000001, 0.123456789];
  expect({
    numbers: numbers.map((x) => `${x}: ${simplerNumbers(x).join(" ")}`),
    shares: shares.map((x) => `${x}: ${simplerShares(x).join(" ")}`),
    sorted: numbers.toSorted((a, b) => (isSimpler(a, b) ? -1 : isSimpler(b, a) ? 1 : 0)).join(" "),
    sortedShares: shares.toSorted((a, b) => (isSimplerShare(a, b) ? -1 : isSimplerShare(b, a) ? 1 : 0)).join(" "),
  }).toMatchSnapshot();
  // 0 is the simplest, and the sign is no matter.
  expect([isSimpler(0, 1), isSimpler(1, 0), isSimpler(-1, 5), isSimpler(5, -1), isSimpler(0, 0)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});
