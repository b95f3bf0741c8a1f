import { AuditError } from "./audit-error.js";
import { type Batch, drawBatch } from "./draw-batch.js";
import { drawSetting } from "./draw-setting.js";
import type { Investigation } from "./investigation.js";
import { listedAlone } from "./listed-alone.js";

/** Draws that are made again, and what all of them may cost, in Gaussians. */
const AGAIN = 8;
const MOST_AGAIN = 1e6;

/**
 * The same draws, the first few of them made a second time: what is observed must be a function of the draw, and the
 * draw one of its streams and of the parameters that its sampler lists. Draws that cost more than a million Gaussians are not made again.
 *
 * @param cost of one draw, in Gaussians.
 * @throws AuditError if the second time gives something else, or the sampler reads another parameter.
 */
export async function* repeatsItself(
  source: AsyncIterable<Batch>,
  investigation: Investigation,
  cost: number,
): AsyncIterable<Batch> {
  const { statement, given } = investigation;
  let first = true;
  for await (const batch of source) {
    const again = first ? Math.min(AGAIN, batch.bound.length, Math.floor(MOST_AGAIN / Math.max(1, cost))) : 0;
    first = false;
    if (again > 0) {
      const other = drawBatch({ ...drawSetting(investigation), read: listedAlone(statement, given) }, 0, again);
      for (let i = 0; i < again; i++)
        if (!(Object.is(batch.lower[i], other.lower[i]) && Object.is(batch.upper[i], other.upper[i])))
          throw AuditError.at(
            statement,
            statement.cell,
            `draw ${i} observed ${batch.lower[i]} and, made again, ${other.lower[i]}; what is observed must be a function of the draw, and the draw one of its streams`,
          );
    }
    yield batch;
  }
}
