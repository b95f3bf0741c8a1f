import { Command, type CommanderError } from "commander";
import { activationCommand } from "../../bounds/commands/activation-command.js";
import { constantsCommand } from "../../bounds/commands/constants-command.js";
import { type AuditFlags, auditCommand } from "./audit-command.js";
import { claimsCommand } from "./claims-command.js";
import { replayCommand } from "./replay-command.js";
import { reportCommand } from "./report-command.js";
import { UsageError } from "./usage-error.js";

/** Keeps every value of a repeatable option. */
const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];

/** An option that may be given once: twice with different values contradicts itself. */
function once(option: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before !== undefined && before !== value)
      throw new UsageError(`${option} is both ${before} and ${value}; it must be given once`);
    return value;
  };
}

function withCellOptions(command: Command): Command {
  return command
    .option("--psi <psi>", "activation: an id, or an expression in one variable; repeat it for several", collect)
    .option("--d <list>", "input dimensions, e.g. 400 or 1e2,1e15", once("--d"))
    .option("--k <list>", "widths", once("--k"))
    .option("--gamma <list>", "failure probabilities, each in (0, 1)", once("--gamma"))
    .option("--radius <list>", "radii R of balls of perturbations", once("--radius"))
    .option("--depth <list>", "numbers of hidden layers", once("--depth"));
}

function withConfig(command: Command): Command {
  return command.option(
    "--config <file>",
    "activations and claims of your own; lemmacheck.config.ts here, if left out and there is one",
    once("--config"),
  );
}

/** The command line: what each command takes, and what its help says. `exit` receives the exit code. */
export function buildProgram(exit: (code: number) => void): Command {
  const program = new Command("lemmacheck")
    .description(
      "Checks the statements of “A single gradient step finds adversarial examples on random two-layers neural networks” on random networks, and says which hold, how loose they are and where they break.",
    )
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(false)
    .addHelpText(
      "after",
      `
Examples:
  lemmacheck claims                       the ledger
  lemmacheck claims chi-square            one statement in full
  lemmacheck audit                        the whole ledger, and a report in lemmacheck-report/
  lemmacheck audit lemma-1 --psi tanh --d 400 --k 1e2,1e4 --gamma 0.05
  lemmacheck audit lemma-1 --psi "t/(1+exp(-t))" --d 400 --k 400 --gamma 0.05
  lemmacheck audit chi-square --k 1 --gamma 1e-4 --json > rows.jsonl
  lemmacheck replay rows.jsonl
  lemmacheck activation "t*exp(-t^2)"     its constants, and which statements apply
  lemmacheck constants theorem-1 --psi tanh --gamma 0.1
  lemmacheck audit --psi silu --normalize the ledger for silu, centred and scaled as Section 2 assumes

Exit codes: 0 nothing unexpected; 1 a form was refuted that should hold, or a replay
came out differently; 2 bad usage or input; 130 interrupted.`,
    );

  withConfig(program.command("claims"))
    .description("list the ledger, or one statement in full")
    .argument("[CLAIM]")
    .option(
      "--psi <psi>",
      "with CLAIM or --frontier: the activation at which to say from which sizes on it says something",
      once("--psi"),
    )
    .option("--gamma <gamma>", "with CLAIM or --frontier: the failure probability for the same", once("--gamma"))
    .option("--frontier", "from which sizes on each statement says more than is known without it")
    .option("--json", "JSON on standard output")
    .action(claimsCommand);

  withCellOptions(
    withConfig(program.command("audit"))
      .description("judge claims at cells; without CLAIM the whole ledger, with a report")
      .argument("[CLAIM...]"),
  )
    .option("--normalize", "audit (ψ − ψ(0))/Lip(ψ) in place of each ψ, as Section 2 takes ψ to be")
    .option("--form <form>", "printed or repaired; both if left out", once("--form"))
    .option("--draws <n>", "the most draws that one decision may take", once("--draws"))
    .option("--method <method>", "exact, sampled or certified; the best there is if left out", once("--method"))
    .option("--seed <seed>", "any text; the same seed gives the same rows", once("--seed"))
    .option("--workers <n>", "threads that draw; rows do not depend on it", once("--workers"))
    .option("--out <dir>", "write a report there", once("--out"))
    .option("--json", "rows as JSON lines on standard output, and nothing else")
    .addHelpText(
      "after",
      `
A verdict is one of
  supported       fewer failures than gamma allows, at the row's error level alpha
  refuted         more failures than gamma allows
  inconclusive    the draws (--draws) do not settle it, or a draw is beyond reach
  not-applicable  a hypothesis of the statement fails at this cell
"vacuous" beside it: the bound says no more there than is known without it.`,
    )
    .action(async (ids: string[], flags: AuditFlags) => exit(await auditCommand(ids, flags)));

  withConfig(program.command("activation"))
    .description("what is known of an activation: derivatives, constants, Gaussian quantities, which statements apply")
    .argument("<PSI>", "an id, or an expression in one variable")
    .option("--normalize", "(ψ − ψ(0))/Lip(ψ) in place of ψ")
    .option("--json", "JSON on standard output")
    .action(activationCommand);

  withConfig(program.command("constants"))
    .description("the explicit constants of a theorem, and the least width and dimension that its proof asks for")
    .argument("<THEOREM>", "theorem-1 or theorem-2")
    .option("--psi <psi>", "activation: an id, or an expression in one variable", once("--psi"))
    .option("--gamma <gamma>", "the failure probability, in (0, 1)", once("--gamma"))
    .option("--json", "JSON on standard output")
    .action(constantsCommand);

  program
    .command("report")
    .description("write a report (HTML, Markdown, CSV, JSON lines) from rows")
    .option("--from <rows.jsonl>", "a file of rows; repeat it to merge several", collect)
    .option("--out <dir>", "where to write it", once("--out"))
    .action(reportCommand);

  withConfig(program.command("replay"))
    .description("audit every row of a file again and compare")
    .argument("<rows.jsonl>")
    .action(async (file: string, flags: { config?: string }) => exit(await replayCommand(file, flags)));

  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined });
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
    case "commander.excessArguments":
      return `${error.message.replace(/^error: /, "").replace(/\.$/, "")}; there must be no more arguments than --help shows`;
    default:
      return error.message.replace(/^error: /, "");
  }
}
