import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { sizes } from "./search/testing/plain-plants.js";

/** n ≤ 7 for all n, with constants left free. */
const free = (everyChoice: () => string | null) =>
  sizes(
    "free-constants",
    (n) => n,
    () => 7,
    { freeConstants: { audited: "C = 1", everyChoice } },
  );

const reasonOf = async (everyChoice: () => string | null) => {
  const { verdict, reason } = await audit({ claim: free(everyChoice), cell: { n: 8, m: 1 } });
  expect(verdict).toBe("refuted");
  return reason;
};

test("a refuted row says for which constants", async () => {
  expect(await reasonOf(() => null)).toMatch(/; with C = 1, and others are not ruled out$/);
  expect(await reasonOf(() => "n grows")).toMatch(/; for every choice of the constants: n grows$/);
});

test("and stays refuted where what says so fails itself", async () => {
  const oops = () => {
    throw new Error("oops");
  };
  expect(await reasonOf(oops)).toMatch(/; with C = 1; whether others would do is not known: everyChoice threw: oops$/);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const three = (() => 3) as unknown as () => string;
  expect(await reasonOf(three)).toMatch(/is not known: everyChoice is 3; it must be a text or null$/);
});
