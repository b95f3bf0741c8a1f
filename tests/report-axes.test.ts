import { audit } from "lemmacheck";
import { expect, test } from "vitest";
import { claims } from "../bounds/index.js";
import { isYesOrNo } from "../reports/is-yes-or-no.js";
import { statementText } from "../reports/statement-text.js";

const named = claims.filter((claim) => statementText(claim).quantity !== null);
const nameless = claims.filter((claim) => statementText(claim).quantity === null);

test("most statements name what is observed by their mathematics, as figures do", () => {
  expect(named.length).toBeGreaterThan(nameless.length);
  for (const claim of named) {
    const { quantity } = statementText(claim);
    expect(quantity, claim.id).not.toMatch(/\\|left side|right side|observed/);
    expect(quantity?.length, claim.id).toBeLessThanOrEqual(72);
  }
});

test.each(nameless)(
  "$id, whose axes would have no name, is a yes or no, of which no axis is drawn",
  async (claim) => {
    const cell = claim.witness;
    if (!cell) throw new Error(`${claim.id} has neither a quantity nor a witness`);
    expect(isYesOrNo([await audit({ claim, cell }, { draws: 64 })])).toBe(true);
  },
  60_000,
);
