import { jsonText } from "../auditor/json-text.js";
import type { AnswerCommand } from "../auditor/paper.js";
import type { Context } from "./context.js";
import { UsageError } from "./usage-error.js";

/** Runs a command that the paper brings, and prints what it found. */
export async function paperCommand(
  command: AnswerCommand,
  typed: readonly string[],
  options: Readonly<Record<string, string | true>>,
  json: boolean,
  { open, output }: Context,
): Promise<void> {
  try {
    const { additions, claims } = open;
    const found = await command.run({ arguments: typed, options, additions, claims });
    output.print(json ? jsonText(found.json, 2) : found.text.trimEnd());
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}
