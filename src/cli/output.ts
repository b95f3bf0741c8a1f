import { printable } from "./printable.js";

/** Standard output, whose reader may go away. */
export interface Output {
  /** A line of results, or several; control characters of whoever wrote them are left out. */
  print(line: string): void;
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
    print: (line) => {
      process.stdout.write(`${printable(line)}\n`);
    },
    outlive: () => {
      ends = false;
    },
  };
}
