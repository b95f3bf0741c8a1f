import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

/** The folder of the package that a module is of; null for the house's own. */
function packageOf(module: string): string | null {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module) ?? [];
  return folder ?? null;
}

/** What a package is called, and its licence in full where it brings one. */
function licenceOf(folder: string): { readonly name: string; readonly text: string } {
  const { name, version, license }: Record<string, unknown> = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const files = readdirSync(folder).filter((own) => /^(licen[cs]e|notice)/i.test(own));
  const texts = files.toSorted().map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  return { name: `${String(name)} ${String(version)} (${String(license)})`, text: texts.join("\n\n") };
}

/** Licences, each once, below the names of the packages that have it. */
function licencesText(folders: Iterable<string>): string {
  const names = new Map<string, string[]>();
  for (const { name, text } of [...folders].toSorted().map(licenceOf))
    names.set(text, [...(names.get(text) ?? []), name]);
  return [...names].map(([text, own]) => `${own.join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(72)}\n\n`);
}

/** Plugins for worker and page that write the licences of all libraries in either to `licences.txt`. */
export function licences(): { readonly worker: () => Plugin; readonly page: Plugin } {
  const folders = new Set<string>();
  const collect = (
    bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>,
  ) => {
    for (const { moduleIds = [] } of Object.values(bundle))
      for (const folder of moduleIds.map(packageOf)) if (folder !== null) folders.add(folder);
  };
  return {
    worker: () => ({ name: "licences-of-worker", generateBundle: (_, bundle) => collect(bundle) }),
    page: {
      name: "licences",
      generateBundle(_, bundle) {
        collect(bundle);
        this.emitFile({ type: "asset", fileName: "licences.txt", source: licencesText(folders) });
      },
    },
  };
}
