import { keyedStreams } from "../src/chance/streams.js";

/** The streams of every benchmark's draws. */
export const streams = keyedStreams({ seed: "bench", sampler: "bench", parameters: {} });
