import fc from "fast-check";
import { expect, test } from "vitest";
import { CONFIGURATION_NAMES, configurationOf, dimensionsOf } from "./directions.js";
import * as parameters from "./parameters.js";

const all = Object.values(parameters);

test("every parameter: name, symbol, what it is about, and what its domain takes", () => {
  const tried = [
    0,
    1,
    -1,
    0.5,
    1.5,
    2 ** 53,
    2 ** 54,
    Infinity,
    "tanh",
    "he",
    "fan-in",
    "gaussian",
    "rademacher",
    "",
    true,
  ];
  const shown = all.map(({ name, symbol, about, domain, usual, size, examples }) => {
    const takes = (one: typeof domain) => tried.filter((value) => one.has(value)).map(String);
    return {
      name,
      symbol,
      about,
      size,
      examples,
      mustBe: domain.mustBe,
      takes: takes(domain).join(" "),
      usual: takes(usual).join(" "),
    };
  });
  expect(shown).toMatchSnapshot();
});

test("ψ: what it stands for, what is known of it, and how it is normalised", () => {
  const { resolution } = parameters.psi;
  const sine = resolution!.resolve("sin", []);
  expect(resolution!.valueOf(sine)).toBe("sin");
  expect(resolution!.about(sine)).toEqual({ expression: "sin(t)", provenance: "certified" });
  expect(resolution!.known()).toContain("relu");
  expect(resolution!.admit("sin").id).toBe("sin");
  const [variant] = resolution!.variants!;
  expect([variant.flag, variant.about]).toEqual(["normalize", "(ψ − ψ(0))/Lip(ψ) in place of each ψ"]);
  const changed = variant.of(sine, []);
  expect(resolution!.resolve(String(changed), []).lipschitz).toBeCloseTo(1, 12);
  expect(variant.of({ ...sine, lipschitz: Infinity }, [])).toBeNull();
  expect(variant.of({ ...sine, lipschitz: 0 }, [])).toBeNull();
  expect(resolution!.families!.length).toBeGreaterThan(10);
  const { probe, arbitrary } = resolution!.random!;
  expect(probe).toBe("tanh");
  const some = fc.sample(arbitrary(fc), { numRuns: 30, seed: 1 });
  const normalised = some.filter((text) => text.startsWith("normalize("));
  expect([normalised.length > 5, normalised.length < 25]).toEqual([true, true]);
});

test("configurations by name, from independent variables", () => {
  const shown = CONFIGURATION_NAMES.map((name) => [name, dimensionsOf(name), configurationOf(name).along(3, 5, 7)]);
  const both = 8 / Math.SQRT2;
  expect(shown).toEqual([
    ["radial", 1, [3, 3]],
    ["tangent", 2, [5, 5]],
    ["radial, v across", 2, [3, 5]],
    ["tangent, v radial", 2, [5, 3]],
    ["diagonal", 2, [both, both]],
    ["tangent, v across", 3, [5, 7]],
  ]);
  for (const name of ["toString", "across"])
    expect(() => configurationOf(name)).toThrow(
      new RangeError(
        `directions is "${name}"; it must be one of radial, tangent, radial, v across, tangent, v radial, diagonal, tangent, v across`,
      ),
    );
});
