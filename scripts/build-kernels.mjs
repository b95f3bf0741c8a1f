// Compiles kernels/ with the flags of kernels/asconfig.json and writes the module as base64 to src/networks/kernels/wasm-bytes.ts,
// so that sources, tests and the packed package need no build step of their own. `--print` writes to stdout instead.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const binary = join(tmpdir(), `kernels-${process.pid}.wasm`);
const { error } = await asc.main(["--config", "kernels/asconfig.json", "--outFile", binary], {
  stderr: process.stderr,
});
if (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const base64 = readFileSync(binary).toString("base64");
rmSync(binary);
const lines = base64.match(/.{1,112}/g).map((line) => `  "${line}",\n`);
const text = `/** The compiled kernels as base64. Written by scripts/build-kernels.mjs from kernels/; do not edit. */
export const WASM = [
${lines.join("")}].join("");
`;
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync("src/networks/kernels/wasm-bytes.ts", text);
