import { defineConfig } from "lemmacheck";
import { uniform } from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";
import { paper } from "./paper.js";

/** U² for U uniform on [0, 1]. */
const squares = {
  name: "squares",
  least: 0,
  most: 1,
  mean: 1 / 3,
  variance: 4 / 45,
  draw: (bits: ReturnType<Streams>) => uniform(bits) ** 2,
};

export default defineConfig({ papers: [paper], additions: { law: [squares] } });
