import { CommanderError } from "commander";
import { CampaignError } from "../auditor/campaign/campaign-error.js";
import { ConfigError } from "../auditor/config-error.js";
import { messageOf } from "../numbers/message-of.js";
import { cutTyped } from "./cut-typed.js";
import { findPlace } from "./find-place.js";
import { Interrupted } from "./interrupt.js";
import { type Output, openOutput } from "./output.js";
import { oneLine } from "./printable.js";
import { buildProgram, explainUsage } from "./program.js";
import { UsageError } from "./usage-error.js";

const USAGE = 2;
const INTERRUPTED = 130;

/** What the program is: which paper it comes with. */
export interface MainOptions {
  /** The URL of a module whose export `paper` is audited unless a config says otherwise. */
  readonly home: string;
  /** What was typed; this process's own if left out. */
  readonly arguments?: readonly string[];
}

/** Characters of a message: what somebody's claim or config throws may have millions. */
const LONGEST = 2000;

function complain(whole: string): void {
  const line = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
  process.stderr.write(`lemmacheck: ${oneLine(line.replaceAll(/\s*\n\s*/g, " "))}\n`);
}

async function run(typed: readonly string[], home: string, output: Output): Promise<number> {
  let code = 0;
  const asksForHelp =
    typed.length === 0 || typed.some((word) => ["--help", "-h", "help", "--version", "-V"].includes(word));
  const place = await findPlace(home, typed);
  const exit = (exitCode: number) => {
    code = exitCode;
  };
  const program = await buildProgram(place, typed, output, exit, asksForHelp);
  try {
    if (typed.length === 0) output.print(program.helpInformation().trimEnd());
    else await program.parseAsync(typed, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version come this way too, with exit code 0.
    if (error.exitCode === 0) return 0;
    complain(cutTyped(explainUsage(error, program), typed));
    return USAGE;
  }
}

/**
 * The command line: runs what was typed and sets the exit code. 0: done, nothing unexpected; 1: a form that should hold
 * was refuted, or a replay came out differently; 2: bad usage or input, with one line on standard error; 130: interrupted.
 */
export async function main({ home, arguments: typed = process.argv.slice(2) }: MainOptions): Promise<void> {
  // Somebody's claim, sampler or config may end the process: that is no success, whatever its code.
  const cutShort = () => {
    complain("the run was ended from inside; a claim, its sampler or a config may have called process.exit");
    process.exitCode = USAGE;
  };
  process.once("exit", cutShort);
  // What a config, a claim or its sampler left to itself, a promise or a timer, and nobody hears.
  const unheard = (error: unknown) => {
    finish();
    complain(`${messageOf(error)} (thrown by what nobody waits for; LEMMACHECK_DEBUG=1 shows where)`);
    process.exit(USAGE);
  };
  if (!process.env.LEMMACHECK_DEBUG) process.on("uncaughtException", unheard);
  const finish = () => {
    process.off("exit", cutShort);
    process.off("uncaughtException", unheard);
  };
  const output = openOutput(
    (what) => {
      finish();
      complain(what);
      process.exit(USAGE);
    },
    () => {
      finish();
      process.exit(0);
    },
  );
  try {
    process.exitCode = await run(typed, home, output);
  } catch (error) {
    if (error instanceof Interrupted) {
      complain("interrupted");
      process.exitCode = INTERRUPTED;
      return;
    }
    process.exitCode = USAGE;
    // Errors that are the user's to mend say all there is to say; of others a developer needs the place.
    const isUsage = [UsageError, ConfigError, CampaignError, RangeError].some((kind) => error instanceof kind);
    if (!isUsage && process.env.LEMMACHECK_DEBUG) throw error;
    const message = cutTyped(messageOf(error), typed);
    complain(isUsage ? message : `${message} (LEMMACHECK_DEBUG=1 shows where)`);
  } finally {
    finish();
  }
}
