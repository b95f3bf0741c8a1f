import path from "node:path";
import { shellWord } from "../auditor/shell-word.js";

/** A test as far as its name goes; suites are those around it. */
interface Named {
  readonly name: string;
  readonly suite?: Named | undefined;
}

/** What `vitest -t` looks at: the names of the suites around a test and its own. */
const fullName = ({ name, suite }: Named): string => (suite ? `${fullName(suite)} ${name}` : name);

/**
 * " Again: LEMMACHECK_SEED=1 npx vitest run balls.test.ts -t '^no bin$'": the command that makes the same draws; nothing
 * where there is no test.
 */
export function replayText(
  { task, testPath }: { readonly task?: Named | undefined; readonly testPath?: string | undefined },
  seed: string,
): string {
  if (!task || testPath === undefined) return "";
  const file = path.relative(process.cwd(), testPath);
  const pattern = `^${fullName(task).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`;
  return ` Again: LEMMACHECK_SEED=${shellWord(seed)} npx vitest run ${shellWord(file)} -t ${shellWord(pattern)}`;
}
