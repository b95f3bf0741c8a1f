import { keyedStreams } from "../src/random/streams.js";

/** The streams of every benchmark's draws. */
export const streams = keyedStreams({ seed: "bench", sampler: "bench", parameters: {} });
