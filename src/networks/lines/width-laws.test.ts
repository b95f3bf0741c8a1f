import { expect, test } from "vitest";
import { relu } from "../../activations/relu.js";
import { keyedStreams } from "../../chance/streams.js";
import { shownBy } from "../testing/deep-statistics.js";
import { drawRay } from "./ray-draw.js";
import { drawReluRay } from "./relu-ray.js";

test("widths that are equal are one width, to the last bit", () => {
  const streams = keyedStreams({ seed: "widths", sampler: "equal", parameters: {} });
  for (const draw of [drawRay, drawReluRay])
    expect(shownBy(draw({ psi: relu, d: 5, k: [4, 4, 4] }, streams(0)))).toEqual(
      shownBy(draw({ psi: relu, d: 5, k: 4, depth: 3 }, streams(0))),
    );
});
