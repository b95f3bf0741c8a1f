import { audit, type Claim } from "lemmacheck";
import { expect, test } from "vitest";
import { gradientSecondMoment } from "./gradient-second-moment.js";
import { hessianOrder } from "./hessian-order.js";

interface Found {
  readonly claim: Claim;
  readonly cell: Readonly<Record<string, string | number>>;
}

/** Cells at which a search had refuted a form that is true: the difference of two numbers alike, and a grid that began too soon. */
test.each<Found>([
  { claim: gradientSecondMoment, cell: { psi: "normalize(tanh(t/0.01))", d: 1 } },
  { claim: hessianOrder, cell: { psi: "0.1*(sqrt(1+(t/0.1)^2)-1)", d: 650, k: 1, growth: "d fixed" } },
])("$claim.id at $cell", async ({ claim, cell }) => {
  expect(await audit({ claim, form: "repaired", cell })).toMatchObject({ verdict: "supported" });
});
