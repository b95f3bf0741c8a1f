import type { Command } from "commander";
import type { Additions } from "../auditor/cell.js";
import type { Value } from "../auditor/domain.js";
import type { Overrides } from "../auditor/grid-cells.js";
import { isNumeric } from "../auditor/is-numeric.js";
import type { AnyParameter } from "../auditor/parameter.js";
import { parseNumber } from "./parse-options.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** The options of a command itself, of which parameters may not take the names. */
const optionNames = (command: Command) =>
  new Set(["help", "version", ...command.options.map((option) => option.name())]);

/** The option of a parameter: --NAME, or --cell.NAME where the command has an option of that name itself. */
const optionOf = ({ name }: AnyParameter, taken: ReadonlySet<string>) =>
  // Options are kept in an object, which has members of its own.
  taken.has(name) || name in Object.prototype ? `cell.${name}` : name;

/** Cell options as typed: a text, or all of a repeated one. */
type CellFlags = Readonly<Partial<Record<string, unknown>>>;

/** The parameters' options of a command, which are read back by `readCellOptions`. */
export interface CellOptions {
  /** What was typed, as values by parameter. */
  read(flags: CellFlags, additions: Additions): Overrides;
  /** The option of a parameter, for messages: "--d". */
  flagOf(name: string): string;
}

function parseValue(flag: string, parameter: AnyParameter, typed: string, additions: Additions): Value {
  const { domain } = parameter;
  const number = parseNumber(typed);
  // Whoever has both texts and numbers means a number by one.
  const value = domain.has(number) ? number : domain.has(typed) ? typed : undefined;
  if (value === undefined) throw new UsageError(`${flag} is ${shown(typed)}; it must be ${domain.mustBe}`);
  try {
    parameter.resolve(value, additions[parameter.name]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { message } = error;
    const rule = message.indexOf("it must be");
    throw new UsageError(`${flag} is ${shown(typed)}; ${rule < 0 ? message : message.slice(rule)}`);
  }
  return value;
}

/**
 * Adds an option for each parameter to a command that has all of its own.
 *
 * @param least whether a number may be the word "least", as in grids.
 */
export function addCellOptions(command: Command, parameters: readonly AnyParameter[], least = false): CellOptions {
  const taken = optionNames(command);
  const options = parameters.map((parameter) => ({ parameter, option: optionOf(parameter, taken) }));
  for (const { parameter, option } of options) {
    const { about, domain } = parameter;
    const numeric = isNumeric(domain);
    const mustBe = numeric && least ? `${domain.mustBe}, or least` : domain.mustBe;
    const text = [about, numeric ? mustBe : `${mustBe}; repeat it for several`]
      .filter((part) => part !== "")
      .join(": ");
    command.option(
      `--${option} <${numeric ? "list" : "value"}>`,
      text,
      (typed: string, before: string[] | undefined) => {
        if (numeric && before && before[0] !== typed)
          throw new UsageError(`--${option} is both ${shown(before[0])} and ${shown(typed)}; it must be given once`);
        return numeric ? [typed] : [...(before ?? []), typed];
      },
    );
  }
  const flagOf = (name: string) => `--${options.find(({ parameter }) => parameter.name === name)?.option ?? name}`;
  return {
    flagOf,
    read: (flags, additions) =>
      Object.fromEntries(
        options.flatMap(({ parameter, option }) => {
          const typed = flags[camelCase(option)];
          if (!Array.isArray(typed)) return [];
          const flag = flagOf(parameter.name);
          const texts = isNumeric(parameter.domain) ? String(typed[0]).split(",") : typed.map(String);
          const isLeast = (text: string) => least && text === "least" && isNumeric(parameter.domain);
          const value = (text: string) => (isLeast(text) ? text : parseValue(flag, parameter, text, additions));
          return [[parameter.name, texts.map(value)]];
        }),
      ),
  };
}

/** The name under which commander keeps an option's value. */
export const camelCase = (option: string) => option.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
