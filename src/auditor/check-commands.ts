import { shownValue } from "../numbers/shown-value.js";
import { KEBAB } from "./identifier.js";
import { isObject } from "./members.js";

const isText = (x: unknown) => typeof x === "string";
const isName = (x: unknown) => typeof x === "string" && KEBAB.test(x);
const isListOf = (x: unknown, looks: (entry: unknown) => boolean) => Array.isArray(x) && x.every(looks);

const isArgument = (x: unknown) =>
  isObject(x) && typeof x.name === "string" && /^[\w-]+$/.test(x.name) && isText(x.about);
const isOption = (x: unknown) =>
  isObject(x) && isName(x.name) && isText(x.about) && (x.value === undefined || isText(x.value));
const isCommand = (x: unknown) =>
  isObject(x) &&
  isName(x.name) &&
  isText(x.about) &&
  isListOf(x.arguments, isArgument) &&
  isListOf(x.options, isOption) &&
  [x.run, x.campaign].some((one) => typeof one === "function");
const isExample = (x: unknown) => isObject(x) && isText(x.command) && isText(x.about);

/** Refuses what are no commands of a paper, or no examples of them: they would break where help is printed. */
export function checkCommands(
  paper: string,
  { commands, examples }: Readonly<Record<"commands" | "examples", unknown>>,
) {
  const refuse = (member: string, x: unknown, mustBe: string) => {
    throw new RangeError(`paper ${paper}: ${member} is ${shownValue(x)}; it must be ${mustBe}`);
  };
  if (!isListOf(commands, isCommand))
    refuse("commands", commands, "a list of { name, about, arguments, options, run } or with campaign in place of run");
  if (!isListOf(examples, isExample)) refuse("examples", examples, "a list of { command, about }");
}
