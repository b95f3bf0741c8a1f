import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { auditCommandText } from "./audit-command-text.js";

test("a shell reads the values as they are", () => {
  const cell = { psi: 'it\'s $HOME `x` "y" \\', k: 1, gamma: 1e-4 };
  const words = execFileSync("sh", ["-c", `printf '%s\\n' ${auditCommandText("lemma", "printed", cell)}`], {
    encoding: "utf8",
  });
  const asked = ["audit", "lemma", "--form", "printed", "--psi", cell.psi, "--k", "1", "--gamma", "0.0001"];
  expect(words.split("\n").slice(0, -1)).toEqual(asked);
});
