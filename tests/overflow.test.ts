import { expect, test } from "vitest";
import { runHere } from "./run-here.js";

test.each(["1e300*t", "1e200*tanh(t)"])("what overflows for %s is not known, and said to be so", async (psi) => {
  const { stdout } = await runHere(["activation", psi]);
  expect(stdout).not.toMatch(/Infinity|NaN/);
  expect(stdout).toContain("c_ψ²       not known: infinite, or beyond what doubles hold");
});

test("orthogonal inputs of an odd activation have the covariance 0, to its own error", async () => {
  const { stdout } = await runHere([
    "audit",
    "gaussian-process-limit",
    "--psi",
    "tanh",
    "--d",
    "100",
    "--correlation",
    "0",
    "--form",
    "repaired",
    "--json",
  ]);
  const { observedQuantile, verdict } = JSON.parse(stdout);
  expect(verdict).toBe("supported");
  expect(observedQuantile).toBeLessThan(1e-20);
});
