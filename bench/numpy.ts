import { execFileSync } from "node:child_process";

/** Runs a script of this directory with Debian's python3, or whichever comes first in the path, in one thread; null without NumPy. */
export function numpy(script: string, ...given: readonly number[]): Record<string, number> | null {
  for (const python of ["/usr/bin/python3", "python3"]) {
    try {
      const out = execFileSync(python, [`bench/${script}`, ...given.map(String)], {
        stdio: ["ignore", "pipe", "ignore"],
        env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
      });
      return JSON.parse(out.toString());
    } catch {
      // Not this one.
    }
  }
  return null;
}
