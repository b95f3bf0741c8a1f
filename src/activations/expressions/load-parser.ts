import { createRequire } from "node:module";
import type { MathNode } from "mathjs";

export type Parse = (text: string) => MathNode;

let parse: Parse | undefined;

/** mathjs's parser, loaded at first use: it takes most of a second, and most runs read no expression. */
export function loadParser(): Parse {
  if (!parse) {
    const { create, parseDependencies }: typeof import("mathjs") = createRequire(import.meta.url)("mathjs/number");
    const { parse: parser } = create({ parseDependencies });
    parse = (text) => parser(text);
  }
  return parse;
}
