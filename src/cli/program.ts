import { Command, type CommanderError } from "commander";
import { citation } from "../../reports/citation.js";
import { ConfigError } from "../auditor/config-error.js";
import { type OpenPaper, openPaper, type PaperPlace } from "../auditor/open-paper.js";
import { ownVersion } from "../auditor/own-version.js";
import { SeveralPapers } from "../auditor/several-papers.js";
import type { AuditFlags } from "./audit-command.js";
import { addCampaignOptions, type CampaignFlags, WORKERS } from "./campaign-options.js";
import { addCellOptions, camelCase } from "./cell-options.js";
import { choosePaper } from "./choose-paper.js";
import type { ClaimsFlags } from "./claims-command.js";
import { once, onceSecretly } from "./once.js";
import type { Output } from "./output.js";
import { oneLine } from "./printable.js";
import type { ReplayFlags } from "./replay-command.js";
import type { ReportFlags } from "./report-command.js";
import type { SearchFlags } from "./search-options.js";
import { shown } from "./shown.js";
import type { WorkerFlags } from "./worker-command.js";

/** Keeps every value of a repeatable option. */
const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];

function withPaper(command: Command): Command {
  return command
    .option(
      "--config <file>",
      "a paper, claims or additions of your own; lemmacheck.config.ts here, if left out and there is one",
      once("--config"),
    )
    .option("--paper <id>", "which paper, where a config has several", once("--paper"));
}

const COMMON_EXAMPLES = [
  { command: "claims", about: "the ledger" },
  { command: "audit", about: "all of it, and a report in lemmacheck-report/" },
  { command: "init my-paper", about: "a small paper of your own to begin with" },
];

function examplesText({ paper: { examples } }: OpenPaper): string {
  const all = [...COMMON_EXAMPLES, ...examples];
  const widest = Math.max(...all.map(({ command }) => command.length).filter((length) => length <= 40));
  return all.map(({ command, about }) => `  lemmacheck ${command.padEnd(widest)}  ${about}`).join("\n");
}

const HELP = `
Exit codes: 0 nothing unexpected; 1 a form was refuted that should hold, or a replay
came out differently; 2 bad usage or input; 130 interrupted.`;

const VERDICTS = `
A verdict is one of
  supported       fewer failures than the statement allows, at the row's error level alpha
  refuted         more failures than it allows
  inconclusive    the draws (--draws) do not settle it, a draw is beyond reach, or a hypothesis is undecided
  not-applicable  a hypothesis of the statement fails at this cell
"vacuous" beside it: the bound says no more there than is known without it.
Up to 40 rows of named claims are printed one by one, more as a line a claim (--rows: a line a row).`;

const SEARCH = `
Parameters that are given keep to those values; all others go wherever the hypotheses let them.
What is found is a row that replay confirms: search CLAIM --json > rows.jsonl; replay rows.jsonl
Refuted cells are kept in .lemmacheck/ and tried first next time, unless the environment has CI or
LEMMACHECK_DATABASE=off. Nothing found is no proof: it says how many cells were looked at.
A repair is proposed, not proven.`;

/** The paper that is audited: that of the claims or rows that were typed, where a config has several. */
async function openTyped(place: PaperPlace, typed: readonly string[]): Promise<OpenPaper> {
  try {
    return await openPaper(place);
  } catch (error) {
    if (!(error instanceof SeveralPapers)) throw error;
    return openPaper({ ...place, paper: await choosePaper(error, typed) });
  }
}

/** The same; where only help is asked for, the paper of the program if the config cannot be used. */
async function openAny(place: PaperPlace, typed: readonly string[], forHelp: boolean): Promise<OpenPaper> {
  try {
    return await openTyped(place, typed);
  } catch (error) {
    if (!(forHelp && error instanceof ConfigError)) throw error;
    process.stderr.write(`lemmacheck: ${oneLine(error.message)}; this is the help without it\n`);
    return openPaper({ ...place, config: null, paper: null });
  }
}

/** The command line over a paper: what each command takes, and what its help says. `exit` receives the exit code. */
export async function buildProgram(
  place: PaperPlace,
  typed: readonly string[],
  output: Output,
  exit: (code: number) => void,
  forHelp = false,
): Promise<Command> {
  const open = await openAny(place, typed, forHelp);
  const { paper, parameters, additions } = open;
  const context = { open, output, typed };
  const program = new Command("lemmacheck")
    .description(
      `Checks the statements of\n\n  ${citation(paper)}\n\nand says which hold, how loose they are and where they break.`,
    )
    .addHelpText("after", () => `\nExamples:\n${examplesText(open)}\n${HELP}`);

  // No other command reads the package's file.
  if (forHelp) program.version(ownVersion());

  const claims = withPaper(program.command("claims"))
    .description("list the ledger, or one statement in full")
    .argument("[CLAIM]", "an id, or a label as printed")
    .option("--frontier", "from which sizes on each statement says more than is known without it")
    .option("--errata", "what is false as printed: how grave, where, the repair, and what else rests on it")
    .option("--json", "JSON on standard output");
  const claimsCells = addCellOptions(claims, parameters);
  claims.action(async (name: string | undefined, flags: ClaimsFlags & Record<string, unknown>) => {
    const { claimsCommand } = await import("./claims-command.js");
    const overrides = claimsCells.read(flags, additions);
    await claimsCommand(
      name,
      flags,
      { overrides, additions, flagOf: claimsCells.flagOf, auditFlagOf: auditCells.flagOf },
      context,
    );
  });

  const audit = withPaper(program.command("audit"))
    .description("judge claims at cells; without CLAIM the whole ledger, with a report")
    .argument("[CLAIM...]", "ids, or labels as printed")
    .option("--form <form>", "printed or repaired; both if left out", once("--form"))
    .option("--draws <n>", "the most draws that one decision may take", once("--draws"))
    .option("--method <method>", "exact, sampled or certified; the best there is if left out", once("--method"))
    .option("--seed <seed>", "any text; the same seed gives the same rows", once("--seed"))
    .option("--out <dir>", "write a report there, and keep what is found while it is looked for", once("--out"))
    .option("--rows", "print a line for each row")
    .option("--json", "rows as JSON lines on standard output, and nothing else")
    .addHelpText("after", VERDICTS);
  addCampaignOptions(audit);
  for (const { resolution } of parameters)
    for (const { flag, about } of resolution?.variants ?? []) audit.option(`--${flag}`, about);
  const auditCells = addCellOptions(audit, parameters, true);
  audit.action(async (names: string[], flags: AuditFlags & Record<string, unknown>) => {
    const { askedVariants, auditCommand } = await import("./audit-command.js");
    const asked = {
      overrides: auditCells.read(flags, additions),
      variants: askedVariants(open, flags),
      flagOf: auditCells.flagOf,
    };
    exit(await auditCommand(names, flags, asked, context));
  });

  const search = withPaper(program.command("search"))
    .description("look for a cell at which a claim is refuted, over all that its hypotheses admit, and make it simple")
    .argument("[CLAIM...]", "ids, or labels as printed; the whole ledger if left out")
    .option("--form <form>", "printed or repaired; both if left out", once("--form"))
    .option("--time <seconds>", "for each claim, by the clock; 20 if left out", once("--time"))
    .option(
      "--core-seconds <n>",
      "for each claim, processor seconds of all threads, however long they take unless --time is given",
      once("--core-seconds"),
    )
    .option("--candidates <n>", "the most cells to look at for each form, however long it takes", once("--candidates"))
    .option("--draws <n>", "the most draws that one decision may take", once("--draws"))
    .option("--method <method>", "exact, sampled or certified: how a refutation is to be decided", once("--method"))
    .option("--seed <seed>", "any text; the same seed looks at the same cells, time only says how many", once("--seed"))
    .option(
      "--repair",
      "of what is refuted, the smallest change that the same search does not refute, for as long again",
    )
    .option("--out <dir>", "write rows and a summary there, and keep what came of each search", once("--out"))
    .option("--json", "rows of refuted cells as JSON lines on standard output, and nothing else")
    .addHelpText("after", SEARCH);
  addCampaignOptions(search);
  const searchCells = addCellOptions(search, parameters);
  search.action(async (names: string[], flags: SearchFlags & Record<string, unknown>) => {
    const { searchCommand } = await import("./search-command.js");
    const asked = { overrides: searchCells.read(flags, additions), flagOf: searchCells.flagOf };
    exit(await searchCommand(names, flags, asked, context));
  });

  for (const own of paper.commands) {
    const command = withPaper(program.command(own.name)).description(own.about);
    for (const { name, about } of own.arguments) command.argument(`<${name}>`, about);
    for (const { name, value, about } of own.options)
      if (value === undefined) command.option(`--${name}`, about);
      else command.option(`--${name} <${value}>`, about, once(`--${name}`));
    if ("campaign" in own) {
      command
        .option("--out <dir>", "write what is found there, and keep it while it is looked for", once("--out"))
        .option("--json", "JSON lines on standard output, and nothing else");
      addCampaignOptions(command);
    } else command.option("--json", "JSON on standard output");
    command.action(async (...called: unknown[]) => {
      const words = called.slice(0, own.arguments.length).map(String);
      const flags = command.opts<CampaignFlags & Record<string, string | true>>();
      // Its own options alone, by their names.
      const options = Object.fromEntries(
        own.options.flatMap(({ name }) => {
          const value = flags[camelCase(name)];
          return value === undefined ? [] : [[name, value]];
        }),
      );
      if ("campaign" in own) {
        const { campaignCommand } = await import("./campaign-command.js");
        await campaignCommand(own, words, flags, options, context);
      } else {
        const { paperCommand } = await import("./paper-command.js");
        await paperCommand(own, words, options, flags.json ?? false, context);
      }
    });
  }

  withPaper(program.command("report"))
    .description("write a report (HTML, Markdown, LaTeX, CSV, JSON lines, Parquet, SVG) from rows")
    .option("--from <rows.jsonl>", "a file of rows; repeat it to merge several", collect)
    .option("--against <rows.jsonl>", "compare with the rows of another run, or of another value of a panel", collect)
    .option("--out <dir>", "where to write it", once("--out"))
    .option("--figures <path>", "points that commands of the paper have written, to be shown too; repeat it", collect)
    .option("--png", "figures as PNG too; @resvg/resvg-wasm must be installed")
    .option("--workers <n>", "0 for no thread beside the main one", once("--workers"))
    .action(async (flags: ReportFlags) => {
      const { reportCommand } = await import("./report-command.js");
      exit(await reportCommand(flags, context));
    });

  withPaper(program.command("replay"))
    .description("audit every row of a file again and compare")
    .argument("<rows.jsonl>")
    .option("--workers <n>", WORKERS, once("--workers"))
    .action(async (file: string, flags: ReplayFlags) => {
      const { replayCommand } = await import("./replay-command.js");
      exit(await replayCommand(file, flags, context));
    });

  program
    .command("init")
    .description("write a small paper that runs: a claim, its property, a config; nothing is overwritten")
    .argument("[DIR]", "where; the current folder if left out", ".")
    .action(async (folder: string) => {
      const { initCommand } = await import("./init-command.js");
      await initCommand(folder, output);
    });

  withPaper(program.command("worker"))
    .description("do what campaigns on this and other machines ask for through a Redis, until it is stopped")
    .option("--redis <url>", "redis://[USER:PASSWORD@]HOST[:PORT][/DB], or rediss:// with TLS", onceSecretly("--redis"))
    .option("--workers <n>", "threads that do jobs, 1 or more; one a core if left out", once("--workers"))
    .action(async (flags: WorkerFlags) => {
      const { workerCommand } = await import("./worker-command.js");
      await workerCommand(flags, context);
    });

  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showSuggestionAfterError(false)
      .configureOutput({ writeErr: () => undefined, writeOut: (text) => output.print(text.trimEnd()) });
  return program;
}

/** Commander's own complaints in the house style: what was given, and what must be. */
export function explainUsage(error: CommanderError, program: Command): string {
  const [, what = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const names = program.commands.map((command) => command.name()).join(", ");
  switch (error.code) {
    case "commander.unknownCommand":
      return `COMMAND is ${what}; it must be one of ${names}`;
    case "commander.unknownOption":
      return `${what} is no option of this command; it must be one that --help lists`;
    case "commander.optionMissingArgument":
      return `${what.split(" ")[0]} has no value; it must have one: ${what}`;
    case "commander.missingArgument":
      return `${what} is missing; it must be given`;
    case "commander.excessArguments": {
      const command = program.commands.find((known) => known.name() === what);
      const extra = command?.args[command.registeredArguments.length] ?? "";
      return `an argument is ${shown(extra)}; it must be left out, since ${what} takes no more than --help shows`;
    }
    default:
      return error.message.replace(/^error: /, "");
  }
}
