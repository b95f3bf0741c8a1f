import { createRequire } from "node:module";
import type { MathNode } from "mathjs";

export type Parse = (text: string) => MathNode;

let parse: Parse | undefined;

/** In sources, where there is no `require`; `require` itself is what the bundler follows. */
const numbers = (): typeof import("mathjs") =>
  typeof require === "undefined" ? createRequire(import.meta.url)("mathjs/number") : require("mathjs/number");

/** mathjs's parser, loaded at first use: it takes most of a second, and most runs read no expression. */
export function loadParser(): Parse {
  if (!parse) {
    const { create, parseDependencies } = numbers();
    const { parse: parser } = create({ parseDependencies });
    parse = (text) => parser(text);
  }
  return parse;
}
