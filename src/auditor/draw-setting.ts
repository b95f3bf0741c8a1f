import { keyedStreams, type Streams } from "../chance/streams.js";
import { type Additions, type Cell, canonicalCell, givenOf } from "./cell.js";
import type { DrawSetting } from "./draw-batch.js";
import { DEFAULT_SEED, type Question } from "./question.js";
import { statementOf } from "./statement.js";

/** The streams of a question's draws. Other parameters than the sampler lists, γ among them, are no part of the key. */
function streamsOf(
  { claim, seed = DEFAULT_SEED, stream = "shared", form, mutant }: Question,
  cell: Cell,
): (draw: number) => Streams {
  const { id, parameters } = claim.draw;
  const own = Object.fromEntries(parameters.map(({ name }) => [name, cell[name]]));
  const fresh = { claim: claim.id, form: form ?? "printed", mutant: mutant ?? "", ...cell };
  return keyedStreams({
    seed,
    sampler: id,
    parameters: stream === "cell" ? { ...own, cell: JSON.stringify(fresh) } : own,
  });
}

/** Everything that a question's draws are made from. */
export function drawSetting(question: Question, additions: Additions = {}): DrawSetting {
  const { claim, form, mutant } = question;
  const given = givenOf(claim.parameters, question.cell, additions);
  const cell = canonicalCell(claim.parameters, question.cell, given);
  return { statement: statementOf(claim, cell, form, mutant), given, streams: streamsOf(question, cell) };
}
