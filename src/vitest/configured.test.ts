import path from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { catalogue } from "../activations/catalogue.js";
import { cellArbitrary } from "../auditor/cell-arbitrary.js";
import { configured } from "./configured.js";

const CONFIG = path.resolve(import.meta.dirname, "../../examples/own-activations/lemmacheck.config.ts");

it("reads the config that LEMMACHECK_CONFIG names, and cells choose from its activations and random ones", async () => {
  vi.stubEnv("LEMMACHECK_CONFIG", CONFIG);
  const { activations, claims } = await configured();
  vi.unstubAllEnvs();
  expect(activations.map(({ id }) => id)).toEqual(["t*exp(-t^2)", "mish", "softsign"]);
  const [claim] = claims;
  const cells = fc.sample(cellArbitrary(claim, { activations: [...catalogue, ...activations], smooth: true }), {
    seed: 1,
    numRuns: 300,
  });
  const chosen = new Set(cells.map(({ psi }) => psi));
  for (const id of ["tanh", "mish", "softsign"]) expect(chosen).toContain(id);
  expect([...chosen].some((psi) => String(psi).startsWith("normalize("))).toBe(true);
});
