import { cpus } from "node:os";
import { dense } from "./dense.js";
import { flips } from "./flip.js";
import { growth } from "./growth.js";
import { oneStep } from "./one-step.js";
import { ray } from "./ray.js";
import type { Line } from "./section.js";
import { workers } from "./workers.js";

const SECTIONS: Readonly<Record<string, () => Line[] | Promise<Line[]>>> = {
  "one-step": oneStep,
  ray,
  flips,
  workers,
  growth,
  dense,
};

/** A number with three digits. */
function shown(x: number): string {
  return x >= 100 ? Math.round(x).toLocaleString("en") : x.toPrecision(3);
}

/** Prints a Markdown table of every section, or of those named: medians, least times, goals, ratios. */
async function main(): Promise<void> {
  const [cpu] = cpus();
  console.log(
    `${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, Node.js ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
  );
  const named = process.argv.slice(2);
  for (const name of named)
    if (!(name in SECTIONS))
      throw new RangeError(`SECTION is ${name}; it must be one of ${Object.keys(SECTIONS).join(", ")}`);
  console.log("| what | median | least | unit | to reach | beside |");
  console.log("| --- | ---: | ---: | --- | --- | --- |");
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const { what, median, least, unit, goal = "", beside = "" } of await section())
      console.log(
        `| ${what} | ${shown(median)} | ${least === undefined ? "" : shown(least)} | ${unit} | ${goal} | ${beside} |`,
      );
  }
}

await main();
