import { formatNumber, type PaperCommand } from "lemmacheck";
import { law as lawParameter } from "../parameters.js";
import { comparison } from "../shared/comparison.js";
import { crossings, crossingText } from "../shared/crossings.js";

/** An option's number. */
function numberOf(
  name: string,
  text: string | true | undefined,
  usual: number,
  mustBe: string,
  is: (x: number) => boolean,
) {
  const x = text === undefined ? usual : Number(text);
  if (!is(x)) throw new RangeError(`--${name} is ${String(text)}; it must be ${mustBe}`);
  return x;
}

/** `compare`: which bound on a mean is tight at a law, n and γ, by how much, and where they cross. */
export const compare: PaperCommand = {
  name: "compare",
  about: "which bound on the mean of n variables is tight, by how much, and where the bounds cross",
  arguments: [],
  options: [
    { name: "law", value: "law", about: "signs, uniform, bernoulli(P), or a config's own: bernoulli(0.1)" },
    { name: "n", value: "number", about: "how many variables: 1000" },
    { name: "gamma", value: "number", about: "the probability that the mean is further above μ: 0.01" },
  ],
  run: async ({ options, additions }) => {
    const law = lawParameter.resolve(typeof options.law === "string" ? options.law : "bernoulli(0.1)", additions.law);
    const n = numberOf("n", options.n, 1000, "an integer from 1 to 2^53", isSize);
    const gamma = numberOf("gamma", options.gamma, 0.01, "a number in (0, 1)", (x) => x > 0 && x < 1);
    const { exact, bounds } = comparison(law, n, gamma);
    const crossing = crossings(law, n, gamma);
    const text = [
      `P(X̄ − μ ≥ t) ≤ ${gamma} for the mean of ${n} variables, ${law.name}: the least t that each bound gives`,
      "",
      `  ${"".padEnd(14)}${"t".padStart(12)}${"over exact".padStart(12)}`,
      `  ${"exact".padEnd(14)}${(exact === null ? "unknown" : formatNumber(exact)).padStart(12)}${(exact === null ? "" : "1").padStart(12)}`,
      ...bounds.map(
        ({ name, t, ratio }) =>
          `  ${name.padEnd(14)}${(t === null ? "nothing" : formatNumber(t)).padStart(12)}${(ratio === null ? "" : ratio.toFixed(3)).padStart(12)}`,
      ),
      "",
      `Where the order of two changes, n at γ = ${gamma}, then γ at n = ${n}`,
      ...(crossing.length === 0 ? ["  nowhere"] : crossing.map((place) => `  ${crossingText(place)}`)),
    ].join("\n");
    return { text, json: { law: law.name, n, gamma, exact, bounds, crossings: crossing } };
  },
};

const isSize = (x: number) => Number.isInteger(x) && x >= 1 && x <= 2 ** 53;
