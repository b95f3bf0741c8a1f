import type { Activation } from "../activations/activation.js";
import { keyedStreams, type Streams } from "../chance/streams.js";
import { givenOf } from "./cell.js";
import type { DrawSetting } from "./draw-batch.js";
import { DEFAULT_SEED, type Question } from "./question.js";
import { statementOf } from "./statement.js";

/** The streams of a question's draws. γ and R are no part of the key unless the sampler lists them. */
function streamsOf({
  claim,
  cell,
  seed = DEFAULT_SEED,
  stream = "shared",
  form,
  mutant,
}: Question): (draw: number) => Streams {
  const { id, parameters } = claim.draw;
  const own = Object.fromEntries(parameters.map((name) => [name, cell[name] ?? ""]));
  const fresh = { claim: claim.id, form: form ?? "printed", mutant: mutant ?? "", ...cell };
  return keyedStreams({
    seed,
    sampler: id,
    parameters: stream === "cell" ? { ...own, cell: JSON.stringify(fresh) } : own,
  });
}

/** Everything that a question's draws are made from. */
export function drawSetting(question: Question, activations: readonly Activation[] = []): DrawSetting {
  const { claim, cell, form = "printed", mutant = null } = question;
  return {
    statement: statementOf(claim, form, mutant),
    cell,
    given: givenOf(claim.parameters, cell, activations),
    streams: streamsOf(question),
  };
}
