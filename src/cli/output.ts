import { printable } from "./printable.js";
import { wrapLines } from "./wrap-lines.js";

/** What a line says at a glance, as terminals colour it: red, green, yellow, grey. */
export type Tint = "bad" | "good" | "unsure" | "faint";

const CODES: Readonly<Record<Tint, number>> = { bad: 31, good: 32, unsure: 33, faint: 2 };

/** Whether standard output is a terminal that has colours, and whoever reads it wants them (no-color.org). */
const hasColours = () => process.stdout.isTTY && !process.env.NO_COLOR && process.stdout.hasColors();

/** Standard output, whose reader may go away. */
export interface Output {
  /** A line of results, or several; control characters of whoever wrote them are left out. */
  print(line: string, tint?: Tint): void;
  /** From now on a reader that stops early (`| head`) ends nothing: there is more to do than to print. */
  outlive(): void;
}

/**
 * Standard output for results. A reader that stops early ends the program quietly, unless it has more to do.
 *
 * @param fail hears in one line why nothing can be written.
 * @param end ends the program quietly.
 */
export function openOutput(fail: (what: string) => void, end: () => void): Output {
  let ends = true;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE")
      fail(`standard output cannot be written to; it must take what is printed (${error.message})`);
    else if (ends) end();
  });
  return {
    print: (line, tint) => {
      const { isTTY, columns } = process.stdout;
      const text = isTTY ? wrapLines(printable(line), columns) : printable(line);
      process.stdout.write(
        tint !== undefined && hasColours() ? `\u001b[${CODES[tint]}m${text}\u001b[0m\n` : `${text}\n`,
      );
    },
    outlive: () => {
      ends = false;
    },
  };
}
