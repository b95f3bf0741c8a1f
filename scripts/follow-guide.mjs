/**
 * Follows a guide word for word: `node scripts/follow-guide.mjs GUIDE FOLDER`, in bash, in that folder. Blocks after
 * `<!-- follow -->` are run one after another, `cd` included, and what stands after `<!-- prints -->` must be how the
 * output of the block before it ends; blocks after `<!-- write FILE -->` are written where the commands have got to.
 * Exit code 1 with what differs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const [guide, folder] = process.argv.slice(2);
const text = readFileSync(guide, "utf8");
const kept = mkdtempSync(path.join(tmpdir(), "guide-"));
const blocks = [...text.matchAll(/<!-- (follow|prints|write) ?(\S*) -->\n+```\w+\n([\s\S]*?)```/g)];
const output = (i) => path.join(kept, `${i}.out`);

const script = ["set -euo pipefail"];
for (const [i, [, what, file, content]] of blocks.entries()) {
  if (what === "follow") script.push(`{\n${content}} > ${output(i)}`);
  if (what === "write") {
    writeFileSync(output(i), content);
    script.push(`cp ${output(i)} ${file}`);
  }
}
const { status } = spawnSync("bash", ["-c", script.join("\n")], {
  cwd: folder,
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) {
  console.error(`${guide}: a command ended with exit code ${status}`);
  process.exit(1);
}
for (const [i, [, what, , content]] of blocks.entries()) {
  if (what !== "prints") continue;
  const printed = readFileSync(output(blocks.slice(0, i).findLastIndex(([, before]) => before === "follow")), "utf8");
  if (printed.endsWith(content)) continue;
  console.error(`${guide} shows\n\n${content}\nand what was printed is\n\n${printed}`);
  process.exit(1);
}
console.log(`${guide}: ${blocks.length} blocks followed`);
