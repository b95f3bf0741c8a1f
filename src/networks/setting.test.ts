import { describe, expect, test } from "vitest";
import { tanh } from "../activations/tanh.js";
import { checkPositive, completeSetting, type Setting } from "./setting.js";

const given = { psi: tanh, d: 7, k: 3 };

test("what is left out is the paper's", () => {
  expect(completeSetting(given)).toEqual({
    ...given,
    widths: [3],
    depth: 1,
    coefficients: "rademacher",
    initialisation: "fan-in",
    norm: Math.sqrt(7),
    bias: null,
    gain: 1,
  });
});

test("a complete setting stays as it is", () => {
  const complete = completeSetting({ ...given, depth: 2, norm: 0, initialisation: "he", coefficients: "gaussian" });
  expect(complete.gain).toBe(2);
  expect(completeSetting(complete)).toEqual(complete);
});

test("widths one by one are as many as there are layers", () => {
  const complete = completeSetting({ ...given, k: [5, 1, 2 ** 53] });
  expect(complete).toMatchObject({ depth: 3, widths: [5, 1, 2 ** 53] });
  expect(completeSetting(complete)).toEqual(complete);
  expect(completeSetting({ ...given, depth: 2 }).widths).toEqual([3, 3]);
});

test("a bias unit takes one of the dimensions", () => {
  expect(completeSetting({ ...given, bias: -2 }, { bias: true })).toMatchObject({ bias: -2, norm: Math.sqrt(6) });
});

describe("what is no setting is refused by name", () => {
  test.each<[Partial<Setting> | object, string]>([
    [{ d: 0 }, "d is 0; it must be an integer in [1, 2^53]"],
    [{ d: 1.5 }, "d is 1.5; it must be an integer in [1, 2^53]"],
    [{ k: 2 ** 54 }, "k is 18014398509481984; it must be an integer in [1, 2^53]"],
    [{ k: [4, 0] }, "k_2 is 0; it must be an integer in [1, 2^53]"],
    [{ k: [] }, "the number of widths is 0; it must be an integer in [1, 2^20]"],
    [{ k: [4, 5], depth: 3 }, "depth is 3; it must be 2, as there are so many widths"],
    [{ k: "4" }, 'k is "4"; it must be a width, or a list of widths'],
    [{ depth: 2 ** 21 }, "depth is 2097152; it must be an integer in [1, 2^20]"],
    [{ norm: -1 }, "norm is -1; it must be finite and ≥ 0"],
    [{ norm: Infinity }, "norm is Infinity; it must be finite and ≥ 0"],
    [{ coefficients: "uniform" }, 'coefficients is "uniform"; it must be one of rademacher, gaussian'],
    [{ initialisation: "xavier" }, 'initialisation is "xavier"; it must be one of fan-in, he'],
    [{ bias: 1 }, "bias is 1; it must be null, for there is no bias unit"],
  ])("%o", (wrong, message) => {
    expect(() => completeSetting({ ...given, ...wrong })).toThrow(new RangeError(message));
  });

  test("by the limits of a law", () => {
    expect(() => completeSetting({ ...given, depth: 2 }, { depth: 1 })).toThrow("depth is 2; it must be 1");
    expect(() => completeSetting({ ...given, k: [2, 2] }, { depth: 1 })).toThrow(
      "the number of widths is 2; it must be 1",
    );
    expect(() => completeSetting(given, { k: 2 })).toThrow("k is 3; it must be an integer in [1, 2^1]");
    expect(() => completeSetting({ ...given, bias: Number.NaN }, { bias: true })).toThrow(
      "bias is NaN; it must be finite",
    );
    expect(() => completeSetting({ ...given, d: 1, bias: 1, norm: 2 }, { bias: true })).toThrow(
      "norm is 2; it must be 0 if the bias unit is all there is",
    );
  });
});

test("the ends of what is allowed are allowed, and one step beyond is not", () => {
  expect(completeSetting({ ...given, d: 2 ** 53, k: 1 }).norm).toBe(Math.sqrt(2 ** 53));
  expect(completeSetting({ ...given, d: 1, k: 2 ** 53 }).widths).toEqual([2 ** 53]);
  expect(completeSetting({ ...given, depth: 3 }, { depth: 4, d: 8, k: 4 }).widths).toEqual([3, 3, 3]);
  expect(completeSetting({ ...given, depth: 4 }, { depth: 4 }).depth).toBe(4);
  expect(() => completeSetting({ ...given, depth: 5 }, { depth: 4 })).toThrow(
    "depth is 5; it must be an integer in [1, 2^2]",
  );
  expect(() => completeSetting(given, { d: 4 })).toThrow("d is 7; it must be an integer in [1, 2^2]");
  expect(() => completeSetting({ ...given, depth: 0 })).toThrow("depth is 0; it must be an integer in [1, 2^20]");
  expect(completeSetting({ ...given, d: 1, bias: 1 }, { bias: true }).norm).toBe(0);
  expect(completeSetting({ ...given, d: 1, norm: 3 }).norm).toBe(3);
  expect(completeSetting({ ...given, bias: null }, { bias: true }).bias).toBeNull();
  expect(() => completeSetting({ ...given, norm: Number.NaN })).toThrow("norm is NaN; it must be finite and ≥ 0");
  for (const norm of [0, 1])
    if (norm > 0) checkPositive(completeSetting({ ...given, norm }));
    else
      expect(() => checkPositive(completeSetting({ ...given, norm }))).toThrow(
        new RangeError("norm is 0; it must be finite and > 0"),
      );
});
