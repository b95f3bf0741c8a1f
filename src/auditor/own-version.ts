import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The version of this package. */
export function ownVersion(): string {
  const file = createRequire(import.meta.url).resolve("lemmacheck/package.json");
  const { version }: { readonly version: string } = JSON.parse(readFileSync(file, "utf8"));
  return version;
}
