import type { Bits } from "../../chance/bits.js";
import { keyedStreams, type Streams } from "../../chance/streams.js";

/**
 * Sub-streams that run on from draw to draw, where the library's start anew for each: successive draws read on in the
 * same sequences, which saves setting up several generators a draw.
 */
export function runningStreams(seed: string, parameters: Readonly<Record<string, string | number>>): Streams {
  const streams = keyedStreams({ seed, sampler: "laws-test", parameters })(0);
  const running = new Map<string, Bits>();
  return (name) => {
    const known = running.get(name);
    if (known) return known;
    const fresh = streams(name);
    running.set(name, fresh);
    return fresh;
  };
}
