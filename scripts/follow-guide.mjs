/**
 * Follows a guide word for word: `node scripts/follow-guide.mjs GUIDE FOLDER`, in bash, in that folder. Files that the
 * guide shows under `<!-- examples/… -->` are written there first. Then, in the order of the guide,
 *
 * - blocks after `<!-- follow -->` are run one after another, `cd` included, and what stands after `<!-- prints -->` must
 *   be how the output of the block before it ends;
 * - blocks after `<!-- write FILE -->` are written where the commands have got to;
 * - what stands after `$ ` in ```console blocks is run, whatever its exit code, and must print what the block shows; a
 *   line … stands for any lines.
 *
 * Exit code 1 with what differs.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const [guide, folder] = process.argv.slice(2);
const text = readFileSync(guide, "utf8");
const kept = mkdtempSync(path.join(tmpdir(), "guide-"));

for (const [, file, content] of text.matchAll(/<!-- (examples\/\S+) -->\n+```\w+\n([\s\S]*?)```/g)) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** The steps of the guide: { what: "follow" | "prints" | "write" | "console", file, content }. */
const steps = [
  ...text.matchAll(/<!-- (follow|prints|write) ?(\S*) -->\n+```\w+\n([\s\S]*?)```|^```console\n([\s\S]*?)```/gm),
].flatMap(([, what, file, content, examples]) => {
  if (what) return [{ what, file, content }];
  return examples
    .split(/^\$ /m)
    .slice(1)
    .flatMap((example) => {
      const end = example.indexOf("\n") + 1;
      return [
        { what: "console", content: example.slice(0, end) },
        { what: "shows", content: example.slice(end) },
      ];
    });
});

const output = (i) => path.join(kept, `${i}.out`);
const script = ["set -euo pipefail"];
for (const [i, { what, file, content }] of steps.entries()) {
  if (what === "follow") script.push(`{\n${content}} > ${output(i)}`);
  if (what === "console") script.push(`{\n${content}} > ${output(i)} || true`);
  if (what === "write") {
    writeFileSync(output(i), content);
    script.push(`cp ${output(i)} ${file}`);
  }
}
const { status } = spawnSync("bash", ["-c", script.join("\n")], {
  cwd: folder,
  env: { ...process.env, NO_COLOR: "1" },
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) {
  console.error(`${guide}: a command ended with exit code ${status}`);
  process.exit(1);
}

/** Whether that was printed, a line … standing for any lines. */
function isShown(printed, shown) {
  const parts = shown.split(/^…\n/m).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("(?:.*\n)*?")}$`).test(printed);
}

let followed = 0;
for (const [i, { what, content }] of steps.entries()) {
  if (what !== "prints" && what !== "shows") {
    followed++;
    continue;
  }
  const before = steps.slice(0, i).findLastIndex((step) => step.what === "follow" || step.what === "console");
  const printed = readFileSync(output(before), "utf8");
  if (what === "prints" ? printed.endsWith(content) : isShown(printed, content)) continue;
  console.error(`${guide} shows\n\n${content}\nand what was printed is\n\n${printed}`);
  process.exit(1);
}
console.log(`${guide}: ${followed} steps followed`);
