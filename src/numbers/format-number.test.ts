import { expect, test } from "vitest";
import { formatNumber } from "./format-number.js";

test("four digits, no exponent from 1e-3 up to 1e6, a dash for what is not there", () => {
  const numbers = [
    null,
    0,
    1,
    -7,
    123456,
    999999,
    1e6,
    1234567,
    -1e6,
    0.001,
    0.000999,
    -0.0012345,
    1.23456,
    99999.5,
    1e-300,
    1.5e300,
  ];
  expect(numbers.map(formatNumber)).toEqual([
    "—",
    "0",
    "1",
    "-7",
    "123456",
    "999999",
    "1e6",
    "1.235e6",
    "-1e6",
    "0.001",
    "9.99e-4",
    "-0.001234",
    "1.235",
    "100000",
    "1e-300",
    "1.5e300",
  ]);
});
