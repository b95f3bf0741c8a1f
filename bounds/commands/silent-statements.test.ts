import { expect, test } from "vitest";
import { silentStatements } from "./silent-statements.js";

const claims = [
  { id: "a", label: "A", reason: "the first" },
  { id: "b", label: "B", reason: null },
  { id: "c", label: "C", reason: String.raw`c_\psi > 0 fails: c_ψ is 0` },
  { id: "d", label: "D", reason: "the first" },
];

test("statements of one reason stand together, in the order in which reasons come", () => {
  expect(silentStatements({ claims }, ({ id, label }) => `${id}${label}`)).toEqual([
    { reason: "the first", names: ["aA", "dD"] },
    { reason: "c_ψ > 0 fails: c_ψ is 0", names: ["cC"] },
  ]);
});

test("where all apply there are none", () => {
  expect(silentStatements({ claims: [claims[1]] }, ({ id }) => id)).toEqual([]);
});
