import { create, type MathNode, parseDependencies } from "mathjs/number";

const { parse } = create({ parseDependencies });

/** mathjs's parser, as `src/activations/expressions/load-parser.ts` has it for Node. */
export const loadParser = (): ((text: string) => MathNode) => (text) => parse(text);
