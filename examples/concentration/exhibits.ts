import { type Exhibit, type Exhibits, formatNumber, type Panel } from "lemmacheck";
import type { BoundedLaw } from "./laws/bounded-law.js";
import { law as lawParameter } from "./parameters.js";
import { type Comparison, comparison } from "./shared/comparison.js";
import { crossings, crossingText } from "./shared/crossings.js";
import { meanBounds } from "./shared/mean-bounds.js";

/** Where bounds are compared in words; the command `compare` does it anywhere. */
const [SIZE, GAMMA] = [1000, 1e-6];
/** Where they are drawn. */
const GAMMAS = [0.01, GAMMA];
const SIZES = Array.from({ length: 25 }, (_, i) => Math.round(10 ** (i / 4)));

/** The exact deviation over each bound's, along n. */
function panelOf(law: BoundedLaw, gamma: number): Panel {
  const found = SIZES.map((n) => ({ n, ...comparison(law, n, gamma) }));
  const curves = Object.keys(meanBounds).map((label) => ({
    label,
    points: found.flatMap(({ n, bounds }) => {
      const own = bounds.find(({ name }) => name === label);
      if (!own?.ratio) return [];
      return [{ x: n, y: 1 / own.ratio, note: `${label}, n = ${n}: ${formatNumber(own.ratio)} times the exact t` }];
    }),
  }));
  return { title: `γ = ${gamma}`, references: [{ y: 1, label: "tight" }], curves };
}

const factOf = ({ name, t, ratio }: Comparison["bounds"][number]): readonly [string, string] => [
  name,
  t === null
    ? "says nothing"
    : `t = ${formatNumber(t)}${ratio === null ? "" : `, ${ratio.toFixed(3)} times the exact one`}`,
];

function exhibitOf(law: BoundedLaw): Exhibit {
  const { exact, bounds } = comparison(law, SIZE, GAMMA);
  const panels = GAMMAS.map((gamma) => panelOf(law, gamma)).filter(({ curves }) =>
    curves.some(({ points }) => points.length > 0),
  );
  return {
    title: law.name,
    about: `the mean of n = ${SIZE} variables, γ = ${GAMMA}`,
    facts: [["exact", exact === null ? "not computed" : `t = ${formatNumber(exact)}`], ...bounds.map(factOf)],
    lists: [
      {
        title: `Where the order of two changes, n at γ = ${GAMMA}, then γ at n = ${SIZE}`,
        items: crossings(law, SIZE, GAMMA).map(crossingText),
      },
    ],
    pictures:
      panels.length === 0
        ? []
        : [
            {
              title: `How tight bounds on the mean are: ${law.name}`,
              caption: ["The least t with P(X̄ − μ ≥ t) ≤ γ, over that which a bound gives: 1 is tight."],
              xLabel: "n",
              yLabel: "exact t over the bound’s",
              yDomain: [0, 1],
              legend: "",
              panels,
            },
          ],
  };
}

/** Which bound on a mean is tight, by how much, and where they cross: for the laws of the rows. */
export const exhibits: Exhibits = {
  rooms({ cells, additions }) {
    const names = new Set(cells.flatMap(({ law }) => (typeof law === "string" ? [law] : [])));
    const laws = [...names].flatMap((name) => {
      try {
        return [lawParameter.resolve(name, additions.law)];
      } catch (error) {
        // Rows may be of somebody's own law, which is not at hand.
        if (error instanceof RangeError) return [];
        throw error;
      }
    });
    if (laws.length === 0) return [];
    return [
      {
        id: "bounds-on-means",
        title: "Which bound is tight",
        text: `What each bound says of the mean of n independent variables, beside the exact law: by how much it is too large, and where two change places. For another law, n or γ: lemmacheck compare --law LAW --n N --gamma γ.`,
        exhibits: laws.map(exhibitOf),
      },
    ];
  },
};
