import { keyedStreams, type Streams } from "../chance/streams.js";
import type { Cell } from "./cell.js";
import type { DrawSetting } from "./draw-batch.js";
import type { Investigation } from "./investigation.js";
import { DEFAULT_SEED, type Question } from "./question.js";

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
export const drawSetting = ({ question, statement, given }: Investigation): DrawSetting => ({
  statement,
  given,
  streams: streamsOf(question, statement.cell),
});
