import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "./run-cli.js";

const root = path.resolve(import.meta.dirname, "..");
const readme = await readFile(path.join(root, "README.md"), "utf8");

/** The commands of ```console blocks with the output that the document shows for them. */
function consoleExamples(markdown: string): (readonly [command: string, output: string])[] {
  return [...markdown.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((example): [string, string] => [
        example.slice(0, example.indexOf("\n")),
        example.slice(example.indexOf("\n") + 1),
      ]),
  );
}

describe("README", () => {
  test.each(consoleExamples(readme))("%s prints what the document shows", async (command, output) => {
    const [program, args] = [command.slice(0, 25), command.slice(25).trim()];
    expect(program).toBe("npm run -s lemmacheck -- ".slice(0, 25));
    expect((await runCli(args.split(" "))).stdout).toBe(output);
  });

  test("has console examples at all", () => {
    expect(consoleExamples(readme).length).toBeGreaterThanOrEqual(2);
  });

  test("shows the example project's file as it is", async () => {
    const file = "examples/own-claim/own-claim.test.ts";
    const shown = readme.slice(readme.indexOf(`<!-- ${file} -->`));
    expect(shown).toContain(`\`\`\`ts\n${await readFile(path.join(root, file), "utf8")}\`\`\``);
  });
});
