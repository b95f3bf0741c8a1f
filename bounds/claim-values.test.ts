import { expect, test } from "vitest";
import { claims } from "./index.js";
import { cellsOf, factsOf, valuesAt } from "./testing/claim-values.js";

/** What a claim says at its cells, or why one is refused. */
function page(claim: (typeof claims)[number]): string {
  const texts = cellsOf(claim).map((cell) => {
    try {
      return valuesAt(claim, cell);
    } catch (error) {
      return `${JSON.stringify(cell)} is refused: ${String(error)}`;
    }
  });
  return [factsOf(claim), ...texts].join("\n");
}

// Pinned to the last bit: an error bound that changes must be seen. That the values are right, the tests of each part say.
test.each(claims)("$id: its hypotheses and both sides, at cells of its grids and beside its witness", (claim) => {
  const text = page(claim);
  expect(text).toMatchSnapshot();
  for (const [, lower, upper] of text.matchAll(/ower ([^\s,}]+), (?:u|logU)pper ([^\s,}]+)/g))
    expect(Number(lower), `${lower} to ${upper}`).toBeLessThanOrEqual(Number(upper));
  for (const [, upper] of text.matchAll(/logUpper ([^\s,}]+)/g)) expect(Number(upper)).toBeLessThanOrEqual(0);
});
