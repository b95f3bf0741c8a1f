import { KEBAB } from "./identifier.js";
import { isObject } from "./members.js";
import type { Paper } from "./paper.js";

type Looks = (x: unknown) => boolean;

const isText: Looks = (x) => typeof x === "string";
const isList: Looks = (x) => Array.isArray(x);
const isFunction: Looks = (x) => typeof x === "function";

/** What each member of a paper looks like. */
const LOOKS: Readonly<Record<keyof Paper, Looks>> = {
  id: (x) => typeof x === "string" && KEBAB.test(x),
  title: isText,
  authors: (x) => Array.isArray(x) && x.every(isText),
  year: Number.isInteger,
  source: isText,
  bibtex: (x) => x === null || isText(x),
  parameters: (x) => Array.isArray(x) && x.every((one) => isFunction(one?.domain?.has) && isFunction(one?.resolve)),
  claims: isFunction,
  claim: isFunction,
  commands: isList,
  tasks: isObject,
  examples: isList,
  sections: isList,
  panels: isList,
  maps: isFunction,
  exhibits: isFunction,
  readsRecord: isFunction,
  errata: (x) => x === null || isObject(x),
};

/** Whether it looks like what definePaper gives, whoever made it. */
export const isPaper = (x: unknown): x is Paper =>
  isObject(x) && Object.entries(LOOKS).every(([name, looks]) => looks(x[name]));
