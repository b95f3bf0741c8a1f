#!/usr/bin/env node
import { CommanderError } from "commander";
import { Interrupted } from "./interrupt.js";
import { buildProgram, explainUsage } from "./program.js";
import { UsageError } from "./usage-error.js";

const USAGE = 2;
const INTERRUPTED = 130;

function complain(line: string): void {
  process.stderr.write(`lemmacheck: ${line.replaceAll(/\s*\n\s*/g, " ")}\n`);
}

// A reader that stops early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const program = buildProgram((code) => {
  process.exitCode = code;
});

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and version come this way too, with exit code 0.
    if (error.exitCode !== 0) {
      complain(explainUsage(error, program));
      process.exitCode = USAGE;
    }
  } else if (error instanceof Interrupted) {
    complain("interrupted");
    process.exitCode = INTERRUPTED;
  } else if (error instanceof UsageError || (error instanceof Error && error.name === "DeclaredConstantError")) {
    complain(error.message);
    process.exitCode = USAGE;
  } else if (process.env.LEMMACHECK_DEBUG) {
    throw error;
  } else {
    complain(`${error instanceof Error ? error.message : String(error)} (LEMMACHECK_DEBUG=1 shows where)`);
    process.exitCode = USAGE;
  }
}
