import { readFileSync } from "node:fs";

/** What the system says of a process, from its state on (proc(5), field 3); empty where it does not say. */
function statusOf(pid: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name, in brackets, may hold anything.
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

/** When a process began, in whatever the system counts; "" where it does not say. */
export const beganAt = (pid: number): string => statusOf(pid)[19] ?? "";

/** Whether there is such a process. One that ended keeps its number until its parent asks, which that of a container may never do. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const [state] = statusOf(pid);
  return state !== "Z" && state !== "X";
}
