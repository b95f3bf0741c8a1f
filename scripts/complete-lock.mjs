/**
 * Adds to package-lock.json the optional packages for other platforms that the registry in use did not offer when the
 * lock was made. Without their entries `npm ci` finds lock and manifests out of sync and installs nothing. Run it after
 * `npm install`, wherever a registry carries some platforms only: `node scripts/complete-lock.mjs`.
 */
import { readFile, rename, writeFile } from "node:fs/promises";

const FILE = new URL("../package-lock.json", import.meta.url);
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32", "aix", "sunos", "netbsd"];
const PROCESSORS = ["arm64", "x64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32"];

const lock = JSON.parse(await readFile(FILE, "utf8"));
let added = 0;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    const os = SYSTEMS.filter((system) => name.includes(system));
    const cpu = PROCESSORS.filter((processor) => name.includes(processor)).slice(0, 1);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(name.includes("musl") ? { libc: ["musl"] } : {}),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const temporary = new URL("../package-lock.json.tmp", import.meta.url);
await writeFile(temporary, `${JSON.stringify(lock, null, 2)}\n`);
await rename(temporary, FILE);
console.log(`${added} entries added`);
