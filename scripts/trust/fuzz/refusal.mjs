import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What moves a cursor or turns text round; no message has it. */
export const CONTROL = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
const LONGEST = 4000;

/** What engines and Node.js say where a program went wrong: no refusal says it. */
const ENGINE =
  /Maximum call stack|Invalid (?:array|string|typed array) length|Invalid (?:count value|code point|time value|date)|Array buffer allocation|Start offset|out of bounds|outside the bounds|\bradix\b|(?:to(?:String|Fixed|Precision|Exponential)\(\))|BigInt|Cannot (?:read|convert|destructure|access|set|assign|mix|redefine|create)|is not (?:a function|iterable|defined|a constructor|extensible)|heap out of memory|Unexpected token|ERR_[A-Z]|\[object |LEMMACHECK_DEBUG/;

/** How we refuse: what it is, and what it must be. */
const HOUSE = /\bmust\b|^it is (?:not JSON|no object)$/;

/** What is wrong with a message as a refusal, or null. `mayQuote`: texts of others in it may sound like an engine. */
export function faultOfMessage(message, mayQuote = false) {
  if (CONTROL.test(message)) return `a refusal has control characters: ${JSON.stringify(message)}`;
  if (message.length > LONGEST) return `a refusal has ${message.length} characters`;
  if (!mayQuote && ENGINE.test(message)) return `an engine's message is no refusal: ${message}`;
  return HOUSE.test(message) ? null : `a refusal does not say what must be: ${message}`;
}

const sources = new Map();
function lineOf(url, number) {
  const lines = sources.get(url) ?? readFileSync(fileURLToPath(url), "utf8").split("\n");
  sources.set(url, lines);
  return lines[number - 1] ?? "";
}

/** Whether an error was made by a `new …Error(` of a program: those of the engine come from whatever it was doing. */
function isOurs(error) {
  const place = /^ +at (?:.*\()?(file:.*):(\d+):(\d+)\)?$/m.exec(error.stack ?? "");
  if (place === null) return false;
  const [, url, line, column] = place;
  return /^new \w*Error\(/.test(lineOf(url, Number(line)).slice(Number(column) - 1));
}

/**
 * Null where an error is a refusal: a RangeError that we threw, in one line.
 *
 * @throws what is wrong with it.
 */
export function refusal(error) {
  if (!(error instanceof RangeError || ["ActivationValueError", "ConfigError"].includes(error?.name))) throw error;
  if (!isOurs(error))
    throw new Error(`an engine's error is no refusal: ${error.stack.split("\n").slice(0, 3).join(" ")}`);
  const fault = faultOfMessage(error.message, true);
  if (fault !== null) throw new Error(fault);
  return null;
}

/** The value of a call, or null where it refuses. */
export function tried(call) {
  try {
    return call();
  } catch (error) {
    return refusal(error);
  }
}

const thrownBy = (call) => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return new Error("nothing was thrown");
};

/** Errors that must not pass for refusals, tried before any case: a check that cannot fail says nothing. */
export function checkRefusal() {
  const endless = () => endless() + 1;
  const wrong = [
    thrownBy(endless),
    thrownBy(() => Reflect.construct(Array, [-1])),
    thrownBy(() => "x".repeat(-1)),
    thrownBy(() => (1).toString(Number("99"))),
    thrownBy(() => null.x),
    new RangeError("no"),
    new RangeError("it is \u001b; it must be another"),
    new RangeError(`it is ${"x".repeat(LONGEST)}; it must be shorter`),
  ];
  for (const error of wrong) {
    let passed = true;
    try {
      refusal(error);
    } catch {
      passed = false;
    }
    if (passed) throw new Error(`this passes for a refusal: ${error.message.slice(0, 100)}`);
  }
  refusal(new RangeError("it is 1; it must be 2"));
}
