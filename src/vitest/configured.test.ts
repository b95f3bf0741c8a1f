import path from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { cellArbitrary } from "../auditor/cell-arbitrary.js";
import { psi } from "../samplers/parameters.js";
import { configuredAdditions } from "./configured.js";

const CONFIG = path.resolve(import.meta.dirname, "../../examples/own-activations/lemmacheck.config.ts");

it("reads the config that LEMMACHECK_CONFIG names, and cells choose from its additions, the known and random ones", async () => {
  vi.stubEnv("LEMMACHECK_CONFIG", CONFIG);
  const additions = await configuredAdditions([psi], {});
  vi.unstubAllEnvs();
  expect(additions.psi).toMatchObject([{ id: "t*exp(-t^2)" }, { id: "mish" }, { id: "softsign" }]);
  const { lemma1 } = await import("../../bounds/lemma-1.js");
  const cells = fc.sample(cellArbitrary(lemma1, { additions }), { seed: 1, numRuns: 300 });
  const chosen = new Set(cells.map((cell) => cell.psi));
  for (const id of ["tanh", "mish", "softsign"]) expect(chosen).toContain(id);
  expect([...chosen].some((id) => String(id).startsWith("normalize("))).toBe(true);
  const own = fc.sample(cellArbitrary(lemma1, { additions, known: false }), { seed: 1, numRuns: 100 });
  expect(new Set(own.map((cell) => cell.psi))).toEqual(new Set(["t*exp(-t^2)", "mish", "softsign"]));
});
