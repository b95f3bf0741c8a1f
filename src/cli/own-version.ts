import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export async function ownVersion(): Promise<string> {
  const file = fileURLToPath(import.meta.resolve("lemmacheck/package.json"));
  const { version }: { readonly version: string } = JSON.parse(await readFile(file, "utf8"));
  return version;
}
